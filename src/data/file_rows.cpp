#include "data/file_rows.h"

#include <algorithm>

namespace remit::data {
namespace {

constexpr std::size_t kPiece = 4096;  // bytes

/// Reads on to the row of a line; false where the bytes end before it, or with it.
bool find_row(CsvReader& reader, std::size_t line, Row& row, bool whole) {
  while (reader.next(row)) {
    if (reader.starved() && !whole) return false;
    if (row.fault == RowFault::kNone && row.line == line) return true;
  }
  return false;
}

}  // namespace

FileRows::FileRows(std::shared_ptr<const ByteSource> source, CsvForm form,
                   std::vector<RowBatch::Place> places)
    : source_(std::move(source)), form_(std::move(form)), places_(std::move(places)) {}

Cell FileRows::at(std::size_t /*row*/, std::size_t line, std::size_t column,
                  std::string& text) const {
  const auto after =
      std::upper_bound(places_.begin(), places_.end(), line,
                       [](std::size_t wanted, const auto& place) { return wanted < place.line; });
  if (after == places_.begin()) return {{}, false, true};
  const RowBatch::Place& place = *std::prev(after);
  std::string buffer;
  const std::string_view piece = source_->part(place.offset, kPiece, buffer);
  const bool at_end = place.offset + piece.size() == source_->size();
  for (const bool whole : {false, true}) {
    CsvReader reader(whole ? source_->whole().substr(place.offset) : piece, form_.separator,
                     place.line);
    reader.set_width(form_.width);
    reader.recognise(form_.recogniser);
    Row row;
    if (!find_row(reader, line, row, whole || at_end)) continue;
    Cell cell = row.cells[column];
    text = cell.text;
    cell.text = text;
    return cell;
  }
  throw ReadFailure("it has changed since it was read");
}

}  // namespace remit::data
