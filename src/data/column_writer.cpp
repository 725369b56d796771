#include "data/column_writer.h"

#include <algorithm>
#include <bit>

#include "data/cells/parse.h"

namespace remit::data {
namespace {

template <typename... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <typename... F>
Overloaded(F...) -> Overloaded<F...>;

template <typename T>
std::vector<T>& values(PartColumn& column) {
  return std::get<std::vector<T>>(column.values);
}

}  // namespace

Column empty_column(const model::Field& field) {
  PartColumn part = empty_part(field);
  Column column;
  column.kind = field.kind;
  std::visit([&](auto& values) { column.values = std::move(values); }, part.values);
  column.dictionary = std::move(part.dictionary);
  return column;
}

PartColumn empty_part(const model::Field& field) {
  PartColumn column;
  switch (field.kind) {
    case value::Kind::kBoolean:
      column.values = Bitmap();
      break;
    case value::Kind::kInteger:
      column.values = std::vector<std::int64_t>();
      break;
    case value::Kind::kNumber:
      column.values = std::vector<double>();
      break;
    default:
      column.values = Codes();
  }
  if (field.kind == value::Kind::kString) column.dictionary = std::make_shared<Dictionary>();
  return column;
}

std::int64_t key_part(const Column& column, std::size_t row) {
  return std::visit(Overloaded{
                        [&](const Bitmap& bits) { return std::int64_t{bits.get(row)}; },
                        [&](const std::vector<std::int64_t>& integers) { return integers[row]; },
                        [&](const std::vector<double>& numbers) {
                          return std::bit_cast<std::int64_t>(numbers[row]);
                        },
                        [&](const Codes& codes) { return std::int64_t{codes[row]}; },
                        [&](const SmallCodes& codes) { return std::int64_t{codes[row]}; },
                        [&](const RowCodes&) { return static_cast<std::int64_t>(row); },
                        [&](const Targets& targets) { return std::int64_t{(*targets)[row]}; },
                    },
                    column.values);
}

void forget(Column& column, std::size_t row) {
  column.known.clear(row);
  std::visit(Overloaded{
                 [&](Bitmap& bits) { bits.clear(row); },
                 [&](std::vector<std::int64_t>& integers) { integers[row] = 0; },
                 [&](std::vector<double>& numbers) { numbers[row] = 0; },
                 [&](Codes& codes) { codes[row] = 0; }, [&](SmallCodes& codes) { codes[row] = 0; },
                 [](const auto&) {},  // keys are not forgotten, and targets say it themselves
             },
             column.values);
}

ColumnWriter::ColumnWriter(const CellReader& reader, bool stored)
    : reader_(reader),
      stored_(stored),
      quietly_empty_(reader.is_missing("") && !reader.field().required),
      column_(empty_part(reader.field())) {}

void ColumnWriter::reserve(std::size_t rows) {
  if (!stored_) return;
  column_.known.reserve(rows);
  std::visit([&](auto& values) { values.reserve(rows); }, column_.values);
}

/// `read` takes the cells that are read in the plain way; what it does not take has a closer look.
template <typename Read>
void ColumnWriter::append_each(const RowBatch& batch, std::size_t column,
                               const std::vector<std::uint32_t>& rows,
                               std::vector<Trouble>& troubles, Read read) {
  for (const std::uint32_t row : rows) {
    const Cell& cell = batch.cell(row, column);
    if (cell.text.empty() && quietly_empty_) {
      append_missing(1);
      continue;
    }
    if (!cell.malformed && !cell.absent && !reader_.is_missing(cell.text) && read(cell.text)) {
      continue;
    }
    CellReading reading = append_slowly(cell);
    if (reading.state == CellState::kKnown) continue;
    troubles.push_back({row, reading.state, std::move(reading.problem)});
  }
}

void ColumnWriter::append(const RowBatch& batch, std::size_t column,
                          const std::vector<std::uint32_t>& rows, std::vector<Trouble>& troubles) {
  last_day_text_ = {};  // it was in another batch
  const auto each = [&](auto read) { append_each(batch, column, rows, troubles, read); };
  const value::Kind kind = reader_.field().kind;
  if (kind == value::Kind::kDate && !reader_.constrained()) {
    each([this](std::string_view text) { return append_day(text); });
  } else if (kind == value::Kind::kString && !stored_ && !reader_.constrained() && batch.plain) {
    each([](std::string_view) { return true; });
  } else if (kind == value::Kind::kString || kind == value::Kind::kBoolean) {
    each([this](std::string_view text) { return append_short(text); });
  } else {
    each([](std::string_view) { return false; });
  }
}

/// Rows that were entered on one day stand together.
bool ColumnWriter::append_day(std::string_view text) {
  if (text.empty() || text != last_day_text_) {
    const auto day = parse_day(text, false);
    if (!day) return false;
    last_day_ = *day;
    last_day_text_ = text;
  }
  if (!stored_) return true;
  column_.known.push_back(true);
  values<std::int32_t>(column_).push_back(last_day_);
  return true;
}

/// A text that was read before.
bool ColumnWriter::append_short(std::string_view text) {
  const std::int32_t number = short_texts_.find(text);
  if (number == ShortTexts::kUnknown) return false;
  if (!stored_) return true;
  column_.known.push_back(true);
  if (column_.dictionary) {
    values<std::int32_t>(column_).push_back(number);
  } else {
    std::get<Bitmap>(column_.values).push_back(number != 0);
  }
  return true;
}

CellReading ColumnWriter::append_slowly(const Cell& cell) {
  CellReading reading;
  if (column_.dictionary && stored_ && !cell.malformed && !cell.absent &&
      !reader_.is_missing(cell.text)) {
    // What stands in the dictionary has been checked already.
    if (const auto code = column_.dictionary->find(cell.text)) {
      reading.state = CellState::kKnown;
      reading.text = cell.text;
      short_texts_.put(cell.text, *code);
      column_.known.push_back(true);
      values<std::int32_t>(column_).push_back(*code);
      return reading;
    }
  }
  reading = reader_.read(cell);
  if (reading.state == CellState::kKnown) {
    push(reading);
    if (reader_.field().kind == value::Kind::kBoolean) {
      short_texts_.put(cell.text, static_cast<std::int32_t>(reading.whole));
    }
  } else {
    append_missing(1);
  }
  return reading;
}

/// Of a string that is not in the dictionary yet, also what is remembered of it.
std::int32_t ColumnWriter::code_of(const CellReading& reading) {
  const std::int32_t code = stored_ ? column_.dictionary->add(reading.text) : 0;
  short_texts_.put(reading.text, code);
  return code;
}

void ColumnWriter::push(const CellReading& reading) {
  const std::int32_t code = column_.dictionary ? code_of(reading) : 0;
  if (!stored_) return;
  column_.known.push_back(true);
  std::visit(
      Overloaded{
          [&](Bitmap& bits) { bits.push_back(reading.whole != 0); },
          [&](std::vector<std::int64_t>& integers) { integers.push_back(reading.whole); },
          [&](std::vector<double>& numbers) { numbers.push_back(reading.number); },
          [&](Codes& codes) {
            codes.push_back(column_.dictionary ? code : static_cast<std::int32_t>(reading.whole));
          },
      },
      column_.values);
}

void ColumnWriter::append_missing(std::size_t rows) {
  if (!stored_) return;
  for (std::size_t i = 0; i < rows; ++i) {
    column_.known.push_back(false);
    std::visit([](auto& values) { values.push_back({}); }, column_.values);
  }
}

}  // namespace remit::data
