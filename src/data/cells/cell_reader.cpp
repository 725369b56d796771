#include "data/cells/cell_reader.h"

#include <algorithm>

#include "data/cells/parse.h"
#include "data/quote.h"

namespace remit::data {
namespace {

bool has_constraints(const model::Field& field) {
  return !field.allowed.empty() || field.pattern || field.minimum || field.maximum ||
         field.minimum_day || field.maximum_day || field.minimum_length || field.maximum_length;
}

CellReading bad(CellProblem problem) {
  CellReading reading;
  reading.state = CellState::kBad;
  reading.problem = std::move(problem);
  return reading;
}

CellReading known(std::int64_t whole) { return {CellState::kKnown, whole}; }

}  // namespace

CellReader::CellReader(const model::Field& field)
    : field_(&field), constraints_(field), constrained_(has_constraints(field)) {
  for (const std::string& text : field.missing_values) {
    missing_sizes_ |= std::uint64_t{1} << std::min<std::size_t>(text.size(), 63);
    if (!text.empty()) missing_starts_ |= std::uint64_t{1} << start_bit(text);
  }
}

bool CellReader::is_among_missing(std::string_view text) const {
  const auto& missing = field_->missing_values;
  return std::find(missing.begin(), missing.end(), text) != missing.end();
}

CellReading CellReader::read(const Cell& cell) const {
  if (cell.malformed) return bad(explain_marks(cell.text));
  if (cell.absent || is_missing(cell.text)) return {};
  switch (field_->kind) {
    case value::Kind::kBoolean:
      return read_boolean(cell.text);
    case value::Kind::kInteger:
      return read_integer(cell.text);
    case value::Kind::kNumber:
      return read_number(cell.text);
    case value::Kind::kDate:
      return read_day(cell.text);
    default:
      return read_string(cell.text);
  }
}

value::Value CellReader::value(const Cell& cell) const {
  const CellReading reading = read(cell);
  if (reading.state != CellState::kKnown) return {value::Missing{}};
  switch (field_->kind) {
    case value::Kind::kBoolean:
      return {reading.whole != 0};
    case value::Kind::kInteger:
      return {reading.whole};
    case value::Kind::kNumber:
      return {reading.number};
    case value::Kind::kDate:
      return {value::Date{static_cast<std::int32_t>(reading.whole)}};
    default:
      return {std::string(reading.text)};
  }
}

CellReading CellReader::read_string(std::string_view text) const {
  if (!is_text(text)) return bad(explain_encoding(text));
  if (constrained_) {
    if (auto problem = constraints_.check_string(text)) return bad(std::move(*problem));
  }
  CellReading reading = known(0);
  reading.text = text;
  return reading;
}

CellReading CellReader::read_boolean(std::string_view text) const {
  const auto truth = parse_boolean(text, *field_);
  return truth ? known(*truth ? 1 : 0) : bad(explain_type(*field_, text));
}

CellReading CellReader::read_integer(std::string_view text) const {
  const auto whole = parse_integer(text);
  if (!whole) return bad(explain_type(*field_, text));
  if (constrained_) {
    if (auto problem = constraints_.check_integer(text, *whole)) return bad(std::move(*problem));
  }
  return known(*whole);
}

CellReading CellReader::read_number(std::string_view text) const {
  const auto number = parse_number(text);
  if (!number) return bad(explain_type(*field_, text));
  if (constrained_) {
    if (auto problem = constraints_.check_number(text, *number)) return bad(std::move(*problem));
  }
  CellReading reading = known(0);
  reading.number = *number;
  return reading;
}

CellReading CellReader::read_day(std::string_view text) const {
  const auto day = parse_day(text, field_->datetime);
  if (!day) return bad(explain_type(*field_, text));
  if (constrained_) {
    if (auto problem = constraints_.check_day(text, *day)) return bad(std::move(*problem));
  }
  return known(*day);
}

}  // namespace remit::data
