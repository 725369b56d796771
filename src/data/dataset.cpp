#include "data/dataset.h"

#include <algorithm>

#include <fmt/format.h>

#include "data/unstored_cells.h"

namespace remit::data {

void LineIndex::add(std::size_t row, std::size_t line) {
  if (!steps_.empty() && line - steps_.back().line == row - steps_.back().row) return;
  steps_.push_back({row, line});
}

std::size_t LineIndex::line(std::size_t row) const {
  const auto after =
      std::upper_bound(steps_.begin(), steps_.end(), row,
                       [](std::size_t wanted, const Step& step) { return wanted < step.row; });
  if (after == steps_.begin()) return 0;
  const Step& step = *std::prev(after);
  return step.line + (row - step.row);
}

namespace {

std::int32_t code(const Column& column, std::size_t row) {
  if (const auto* small = std::get_if<SmallCodes>(&column.values)) return (*small)[row];
  if (std::holds_alternative<RowCodes>(column.values)) return static_cast<std::int32_t>(row);
  if (const auto* targets = std::get_if<Targets>(&column.values)) return (**targets)[row];
  return std::get<Codes>(column.values)[row];
}

std::string text_of(const Column& column, std::size_t row) {
  std::string buffer;
  return std::string(column.dictionary->text(code(column, row), buffer));
}

}  // namespace

value::Value cell(const Column& column, std::size_t row) {
  if (!column.known.get(row)) return {value::Missing{}};
  switch (column.kind) {
    case value::Kind::kBoolean:
      return {std::get<Bitmap>(column.values).get(row)};
    case value::Kind::kInteger:
      return {std::get<std::vector<std::int64_t>>(column.values)[row]};
    case value::Kind::kNumber:
      return {std::get<std::vector<double>>(column.values)[row]};
    case value::Kind::kDate:
      return {value::Date{std::get<Codes>(column.values)[row]}};
    default:
      return {text_of(column, row)};
  }
}

void LineIndex::append(const LineIndex& part, std::size_t rows, std::size_t lines) {
  for (const Step& step : part.steps_) add(step.row + rows, step.line + lines);
}

value::Value cell(const Table& table, int field, std::int32_t row) {
  if (row < 0) return {value::Missing{}};
  if (!table.columns[static_cast<std::size_t>(field)].stored) {
    return table.unstored->cell(table, static_cast<std::size_t>(field),
                                static_cast<std::size_t>(row));
  }
  return cell(table.columns[static_cast<std::size_t>(field)], static_cast<std::size_t>(row));
}

std::string key_text(const model::Table& model, const Table& table, std::size_t row) {
  if (model.primary_key.empty()) return fmt::format("row {}", row + 1);
  std::string text;
  for (std::size_t i = 0; i < model.primary_key.size(); ++i) {
    if (i > 0) text += '|';
    text += value::to_string(cell(table, model.primary_key[i], static_cast<std::int32_t>(row)));
  }
  return text;
}

std::string key_text(const Dataset& data, int table, std::int32_t row) {
  const auto at = static_cast<std::size_t>(table);
  return key_text(data.model->tables[at], data.tables[at], static_cast<std::size_t>(row));
}

}  // namespace remit::data
