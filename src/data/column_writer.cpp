#include "data/column_writer.h"

#include <algorithm>
#include <bit>

#include "data/cells/parse.h"
#include "data/quote.h"

namespace remit::data {
namespace {

template <typename... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <typename... F>
Overloaded(F...) -> Overloaded<F...>;

template <typename T>
std::vector<T>& values(Column& column) {
  return std::get<std::vector<T>>(column.values);
}

bool has_constraints(const model::Field& field) {
  return !field.allowed.empty() || field.pattern || field.minimum || field.maximum ||
         field.minimum_day || field.maximum_day || field.minimum_length || field.maximum_length;
}

}  // namespace

Column empty_column(const model::Field& field) {
  Column column;
  column.kind = field.kind;
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
                    },
                    column.values);
}

void forget(Column& column, std::size_t row) {
  column.known.clear(row);
  std::visit(Overloaded{
                 [&](Bitmap& bits) { bits.clear(row); },
                 [&](std::vector<std::int64_t>& integers) { integers[row] = 0; },
                 [&](std::vector<double>& numbers) { numbers[row] = 0; },
                 [&](Codes& codes) { codes[row] = 0; },
                 [&](SmallCodes& codes) { codes[row] = 0; },
             },
             column.values);
}

ColumnWriter::ColumnWriter(const model::Field& field)
    : field_(&field),
      constraints_(field),
      constrained_(has_constraints(field)),
      column_(empty_column(field)) {
  if (field.kind == value::Kind::kString) {
    dictionary_ = std::make_shared<Dictionary>();
    column_.dictionary = dictionary_;
  }
}

void ColumnWriter::reserve(std::size_t rows) {
  column_.known.reserve(rows);
  std::visit([&](auto& values) { values.reserve(rows); }, column_.values);
}

bool ColumnWriter::is_missing(std::string_view text) const {
  const auto& missing = field_->missing_values;
  return std::find(missing.begin(), missing.end(), text) != missing.end();
}

CellState ColumnWriter::append(const Cell& cell) {
  if (cell.malformed) return bad(explain_marks(cell.text));
  if (cell.absent || is_missing(cell.text)) {
    append_missing();
    return CellState::kMissing;
  }
  switch (field_->kind) {
    case value::Kind::kBoolean:
      return append_boolean(cell.text);
    case value::Kind::kInteger:
      return append_integer(cell.text);
    case value::Kind::kNumber:
      return append_number(cell.text);
    case value::Kind::kDate:
      return append_day(cell.text);
    default:
      return append_string(cell.text);
  }
}

CellState ColumnWriter::judge(const Cell& cell) const {
  ColumnWriter trial(*field_);
  return trial.append(cell);
}

void ColumnWriter::append_missing() {
  column_.known.push_back(false);
  std::visit([](auto& values) { values.push_back({}); }, column_.values);
}

void ColumnWriter::pop_back() {
  column_.known.pop_back();
  std::visit([](auto& values) { values.pop_back(); }, column_.values);
}

void ColumnWriter::forget_last() { forget(column_, column_.known.size() - 1); }

CellState ColumnWriter::bad(CellProblem problem) {
  append_missing();
  problem_ = std::move(problem);
  return CellState::kBad;
}

/// What stands in the dictionary has been checked already.
CellState ColumnWriter::append_string(std::string_view text) {
  auto code = dictionary_->find(text);
  if (!code) {
    if (!is_text(text)) return bad(explain_encoding(text));
    if (constrained_) {
      if (auto problem = constraints_.check_string(text)) return bad(std::move(*problem));
    }
    code = dictionary_->add(text);
  }
  column_.known.push_back(true);
  values<std::int32_t>(column_).push_back(*code);
  return CellState::kKnown;
}

CellState ColumnWriter::append_boolean(std::string_view text) {
  const auto value = parse_boolean(text, *field_);
  if (!value) return bad(explain_type(*field_, text));
  column_.known.push_back(true);
  std::get<Bitmap>(column_.values).push_back(*value);
  return CellState::kKnown;
}

CellState ColumnWriter::append_integer(std::string_view text) {
  const auto value = parse_integer(text);
  if (!value) return bad(explain_type(*field_, text));
  if (constrained_) {
    if (auto problem = constraints_.check_integer(text, *value)) return bad(std::move(*problem));
  }
  column_.known.push_back(true);
  values<std::int64_t>(column_).push_back(*value);
  return CellState::kKnown;
}

CellState ColumnWriter::append_number(std::string_view text) {
  const auto value = parse_number(text);
  if (!value) return bad(explain_type(*field_, text));
  if (constrained_) {
    if (auto problem = constraints_.check_number(text, *value)) return bad(std::move(*problem));
  }
  column_.known.push_back(true);
  values<double>(column_).push_back(*value);
  return CellState::kKnown;
}

CellState ColumnWriter::append_day(std::string_view text) {
  const auto day = parse_day(text, field_->datetime);
  if (!day) return bad(explain_type(*field_, text));
  if (constrained_) {
    if (auto problem = constraints_.check_day(text, *day)) return bad(std::move(*problem));
  }
  column_.known.push_back(true);
  values<std::int32_t>(column_).push_back(*day);
  return CellState::kKnown;
}

}  // namespace remit::data
