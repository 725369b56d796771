#include "audit/background/lanes.h"

#include <algorithm>

#include "prose/words.h"
#include "value/value.h"

namespace remit::auditing {
namespace {

bool has(const std::vector<int>& list, int value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool is_personal(const model::Table& table, int column) {
  return table.fields[static_cast<std::size_t>(column)].personal;
}

/// The first period that no personal field is part of.
std::optional<std::size_t> shown_period(const model::Table& table) {
  for (std::size_t i = 0; i < table.periods.size(); ++i) {
    const model::PeriodField& period = table.periods[i];
    if (!is_personal(table, period.from) && !is_personal(table, period.to)) return i;
  }
  return std::nullopt;
}

bool happens_openly(const model::Table& table) {
  return table.happens && !is_personal(table, *table.happens);
}

/// The columns that the period of a table, or its date, is read from.
std::vector<int> date_columns(const model::Table& table) {
  if (const auto period = shown_period(table)) {
    return {table.periods[*period].from, table.periods[*period].to};
  }
  if (happens_openly(table)) return {*table.happens};
  return {};
}

std::optional<PartyKind> leads_to(const model::Table& table, const Cast& cast, int column) {
  for (const model::Relation& relation : table.relations) {
    if (relation.fields.size() == 1 && relation.fields[0] == column) {
      return cast.kind(relation.target);
    }
  }
  return std::nullopt;
}

std::string shown_value(const data::Table& table, int column, std::int32_t row) {
  const value::Value value = data::cell(table, column, row);
  if (value.is_missing()) return "";
  if (const auto* truth = std::get_if<bool>(&value.data)) return *truth ? "yes" : "no";
  return value::to_string(value);
}

std::optional<value::Date> date_at(const data::Table& table, int column, std::int32_t row) {
  const value::Value value = data::cell(table, column, row);
  if (const auto* date = std::get_if<value::Date>(&value.data)) return *date;
  return std::nullopt;
}

void set_period(const value::Period& period, findings::Entry& entry) {
  if (period.shape == value::PeriodShape::kEmpty) return;
  entry.from = value::first_day(period);
  entry.open = value::is_open(period);
  const value::Date end = value::end_day(period);
  if (!entry.open && end.days > entry.from->days + 1) entry.to = end;
}

}  // namespace

Shown::Shown(const model::Model& model, const Cast& cast, int table) : table_(table) {
  const model::Table& rows = model.tables[static_cast<std::size_t>(table)];
  const std::vector<int> dates = date_columns(rows);
  for (std::size_t i = 0; i < rows.fields.size(); ++i) {
    const model::Field& field = rows.fields[i];
    const auto column = static_cast<int>(i);
    if (field.personal || has(rows.primary_key, column) || has(dates, column)) continue;
    columns_.push_back(column);
    const bool names = field.kind == value::Kind::kString && !field.allowed.empty();
    fields_.push_back({prose::spoken(field), names, leads_to(rows, cast, column)});
  }
}

std::vector<std::string> Shown::values(const data::Dataset& data, std::int32_t row) const {
  const data::Table& table = data.tables[static_cast<std::size_t>(table_)];
  std::vector<std::string> values;
  values.reserve(columns_.size());
  for (const int column : columns_) {
    const bool given = table.columns_given[static_cast<std::size_t>(column)];
    values.push_back(given ? shown_value(table, column, row) : "");
  }
  return values;
}

void set_dates(const data::Dataset& data, int table, std::int32_t row, findings::Entry& entry) {
  const auto at = static_cast<std::size_t>(table);
  const model::Table& model = data.model->tables[at];
  const data::Table& rows = data.tables[at];
  if (const auto period = shown_period(model)) {
    const data::PeriodColumn& periods = rows.periods[*period];
    const auto number = static_cast<std::size_t>(row);
    if (periods.known.get(number)) set_period(periods.values[number], entry);
    return;
  }
  if (happens_openly(model)) {
    entry.from = date_at(rows, *model.happens, row);
    return;
  }
  for (std::size_t i = 0; i < model.fields.size() && !entry.from; ++i) {
    const bool date = model.fields[i].kind == value::Kind::kDate && !model.fields[i].personal;
    if (date && rows.columns_given[i]) entry.from = date_at(rows, static_cast<int>(i), row);
  }
}

bool has_dates(const model::Table& table) {
  return shown_period(table) || happens_openly(table) ||
         std::any_of(table.fields.begin(), table.fields.end(), [](const model::Field& field) {
           return field.kind == value::Kind::kDate && !field.personal;
         });
}

}  // namespace remit::auditing
