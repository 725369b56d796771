#include "data/readers/csv_part.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace remit::data {
namespace {

constexpr std::size_t kBatch = 512;  // rows
/// Bytes that are read beyond a part, so that its last row is whole as a rule.
constexpr std::size_t kOverlap = 4096;
constexpr std::size_t kNoMark = std::string_view::npos;

}  // namespace

CsvPart::CsvPart(const ByteSource& source, const CsvForm& form) : source_(source), form_(form) {}

void CsvPart::load(std::size_t from, std::size_t until) {
  until = std::min(until, source_.size());
  from = std::min(from, until);
  bytes_ = source_.part(from, until - from + kOverlap, buffer_);
  find_marks(bytes_, form_.separator, marks_);
  offset_ = from;
  until_ = until - from;
  line_ = 0;
  seek(0);
}

void CsvPart::start(std::size_t from, std::size_t until) {
  load(from, until);
  begin_ = offset_;
}

bool CsvPart::start_near(std::size_t near, std::size_t until) {
  load(near - 1, until);
  const std::size_t feed = bytes_.substr(0, until_).find('\n');
  if (feed == std::string_view::npos) return false;
  seek(feed + 1);
  begin_ = position();
  return true;
}

void CsvPart::seek(std::size_t at) {
  at_ = at;
  word_ = at / 64;
  rest_ = word_ < marks_.words.size() ? marks_.words[word_] & (~std::uint64_t{0} << (at % 64)) : 0;
}

/// The place of the next mark, which is passed.
inline std::size_t CsvPart::next_mark() {
  while (rest_ == 0) {
    if (++word_ >= marks_.words.size()) return kNoMark;
    rest_ = marks_.words[word_];
  }
  const auto bit = static_cast<std::size_t>(std::countr_zero(rest_));
  rest_ &= rest_ - 1;
  return word_ * 64 + bit;
}

bool CsvPart::next(RowBatch& batch) {
  batch.clear();
  kept_.clear();
  batch.width = form_.width;
  batch.plain = marks_.plain;
  while (batch.size() < kBatch && batch.faults.size() < kBatch && at_ < until_) {
    if (read_plain_row(batch)) continue;
    seek(at_);
    if (!read_any_row(batch)) break;
  }
  return batch.size() > 0 || !batch.faults.empty();
}

/// One row, or an empty line, whose marks all stand where they should; false (with nothing taken)
/// where it needs a closer look.
bool CsvPart::read_plain_row(RowBatch& batch) {
  const std::size_t before = batch.cells.size();
  std::size_t begin = at_;
  for (;;) {
    std::size_t mark = next_mark();
    if (mark == kNoMark) break;
    if (mark == at_ && form_.width != 1 && bytes_[mark] == '\n') {
      at_ = mark + 1;
      ++line_;
      return true;
    }
    if (!read_cell_in_marks(batch, begin, mark)) break;
    if (bytes_[mark] == form_.separator) continue;
    if (batch.cells.size() - before != form_.width || !end_row(batch, mark)) break;
    return true;
  }
  batch.cells.resize(before);
  return false;
}

/// The cell from `begin` to `mark`, or the quoted one that begins there; `mark` is then the one
/// that ends it.
inline bool CsvPart::read_cell_in_marks(RowBatch& batch, std::size_t& begin, std::size_t& mark) {
  if (bytes_[mark] != '"') {
    batch.cells.push_back({bytes_.substr(begin, mark - begin)});
    begin = mark + 1;
    return true;
  }
  if (mark != begin) return false;
  do {
    mark = next_mark();
    if (mark == kNoMark || bytes_[mark] == '\n' || bytes_[mark] == '\r') return false;
  } while (bytes_[mark] != '"');
  const std::size_t close = mark;
  mark = next_mark();
  if (mark != close + 1 || bytes_[mark] == '"') return false;
  batch.cells.push_back({bytes_.substr(begin + 1, close - begin - 1)});
  begin = mark + 1;
  return true;
}

/// Steps over LF or CRLF.
inline bool CsvPart::end_row(RowBatch& batch, std::size_t mark) {
  if (bytes_[mark] == '\r') {
    if (mark + 1 >= bytes_.size() || bytes_[mark + 1] != '\n') return false;
    mark = next_mark();
  }
  batch.places.push_back({line_, offset_ + at_});
  at_ = mark + 1;
  ++line_;
  return true;
}

/// Through the exact reader; where the row goes on beyond what was read, on the whole file. False
/// where no row is left.
bool CsvPart::read_any_row(RowBatch& batch) {
  CsvReader reader(bytes_, form_.separator);
  reader.set_width(form_.width);
  reader.recognise(form_.recogniser);
  reader.move_to(at_, line_);
  const bool any = reader.next(row_);
  const bool at_end = offset_ + bytes_.size() == source_.size();
  if (!reader.starved() || at_end) {
    if (any) take(batch, offset_ + reader.row_start());
    seek(reader.position());
    line_ = reader.line();
    return any;
  }
  CsvReader whole(source_.whole(), form_.separator);
  whole.set_width(form_.width);
  whole.recognise(form_.recogniser);
  whole.move_to(position(), line_);
  const bool more = whole.next(row_);
  if (more) take(batch, whole.row_start());
  batch.plain = false;
  line_ = whole.line();
  const std::size_t next = whole.position();
  if (next - offset_ <= bytes_.size()) {
    seek(next - offset_);
  } else {
    at_ = next - offset_;
  }
  return more;
}

void CsvPart::take(RowBatch& batch, std::size_t start) {
  if (row_.fault != RowFault::kNone) {
    const bool quote = row_.fault == RowFault::kQuote;
    batch.faults.push_back({row_.fault, quote ? row_.fault_line : row_.line,
                            quote ? row_.fault_column : 0, row_.cells.size(),
                            std::string(quote ? row_.fault_text : row_.cells[0].text)});
    return;
  }
  for (const Cell& cell : row_.cells) batch.cells.push_back(keep(cell));
  batch.places.push_back({row_.line, start});
}

/// What the reader wrote anew goes with it.
Cell CsvPart::keep(const Cell& cell) {
  const std::less<const char*> before;
  const char* const text = cell.text.data();
  const bool stands = !before(text, bytes_.data()) && before(text, bytes_.data() + bytes_.size());
  if (stands || cell.text.empty()) return cell;
  Cell kept = cell;
  kept.text = kept_.emplace_back(cell.text);
  return kept;
}

}  // namespace remit::data
