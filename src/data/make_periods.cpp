#include <fmt/format.h>

#include "data/link.h"
#include "data/quote.h"

namespace remit::data {
namespace {

std::optional<value::Date> date_at(const Column& column, std::size_t row) {
  if (!column.known.get(row)) return std::nullopt;
  return value::Date{std::get<Codes>(column.values)[row]};
}

void report(const model::Table& model, const model::PeriodField& period, ReadTable& table,
            std::size_t row) {
  const auto from = static_cast<std::size_t>(period.from);
  const auto to = static_cast<std::size_t>(period.to);
  const std::string start = value::to_string(cell(table.table.columns[from], row));
  const std::string end = value::to_string(cell(table.table.columns[to], row));
  table.findings.add(
      {"DATA-PERIOD", fmt::format("{} or later", start),
       fmt::format("{} lies before {}, the `{}` of this row, so its `{}` is unknown",
                   in_backticks(end), in_backticks(start), model.fields[from].name, period.name)},
      {table.table.lines.line(row), table.column_numbers[to], model.fields[to].name, end,
       key_text(model, table.table, row)});
}

PeriodColumn make_period(const model::Table& model, const model::PeriodField& period,
                         ReadTable& table) {
  const Column& from = table.table.columns[static_cast<std::size_t>(period.from)];
  const Column& to = table.table.columns[static_cast<std::size_t>(period.to)];
  PeriodColumn column{Bitmap(table.table.rows), std::vector<value::Period>(table.table.rows)};
  for (std::size_t row = 0; row < table.table.rows; ++row) {
    const auto start = date_at(from, row);
    if (!start) continue;
    const auto stored = value::stored_period(*start, date_at(to, row), period.inclusive);
    if (stored) {
      column.known.set(row);
      column.values[row] = *stored;
    } else {
      report(model, period, table, row);
    }
  }
  return column;
}

}  // namespace

void make_periods(const model::Table& model, ReadTable& table) {
  for (const model::PeriodField& period : model.periods) {
    table.table.periods.push_back(make_period(model, period, table));
  }
}

}  // namespace remit::data
