#include "engine/reference/names.h"

#include "model/model.h"

// Decisions where the language page is silent:
// - Where several values of a parameter's series are in force, the one that began last counts.
// - A set asked on a missing own date holds its undated codes for certain; each dated one is a
//   missing element, so that membership of any other value is unknown.
namespace remit::engine::reference {
namespace {

bool dated(const lang::Dated& value) { return value.from || value.to; }

bool in_force(const lang::Dated& value, Date date) {
  return (!value.from || *value.from <= date) && (!value.to || date <= *value.to);
}

const data::Table& table_of(const World& world, int table) {
  return world.data.tables.at(static_cast<std::size_t>(table));
}

const model::Table& model_of(const World& world, int table) {
  return world.data.model->tables.at(static_cast<std::size_t>(table));
}

}  // namespace

Value parameter(const World& world, int index, const Value& own_date) {
  const auto& parameter = world.environment.parameters.at(static_cast<std::size_t>(index));
  const lang::Dated* best = nullptr;
  for (const lang::Dated& each : parameter.values) {
    if (own_date.is_missing() ? dated(each) : !in_force(each, own_date.as<Date>())) continue;
    if (!best || best->from <= each.from) best = &each;
  }
  return best ? best->value : missing();
}

Value code_set(const World& world, int index, const Value& own_date) {
  const auto& set = world.environment.sets.at(static_cast<std::size_t>(index));
  value::List codes;
  for (const lang::Dated& code : set.values) {
    if (own_date.is_missing()) {
      codes.push_back(dated(code) ? missing() : code.value);
    } else if (in_force(code, own_date.as<Date>())) {
      codes.push_back(code.value);
    }
  }
  return {std::make_shared<const value::List>(std::move(codes))};
}

Value field_of(const World& world, const Value& row, int table, int field) {
  if (row.is_missing()) return missing();
  return data::cell(table_of(world, table), field, row.as<value::Row>().row);
}

Value period_of(const World& world, const Value& row, int table, int period) {
  const auto& declared = model_of(world, table).periods.at(static_cast<std::size_t>(period));
  const Value from = field_of(world, row, table, declared.from);
  if (from.is_missing()) return missing();
  std::optional<Date> to;
  const Value end = declared.to < 0 ? missing() : field_of(world, row, table, declared.to);
  if (!end.is_missing()) to = end.as<Date>();
  const auto stored = value::stored_period(from.as<Date>(), to, declared.inclusive);
  return stored ? Value{*stored} : missing();
}

Value follow(const World& world, const Value& row, int table, int relation) {
  if (row.is_missing()) return missing();
  const auto& targets = *table_of(world, table).targets.at(static_cast<std::size_t>(relation));
  const std::int32_t target = targets.at(static_cast<std::size_t>(row.as<value::Row>().row));
  if (target < 0) return missing();
  const auto& declared = model_of(world, table).relations.at(static_cast<std::size_t>(relation));
  return {value::Row{declared.target, target}};
}

std::vector<std::string> key_parts(const World& world, value::Row row) {
  std::vector<std::string> parts;
  for (const int field : model_of(world, row.table).primary_key) {
    parts.push_back(value::to_string(data::cell(table_of(world, row.table), field, row.row)));
  }
  if (parts.empty()) parts.push_back(data::key_text(world.data, row.table, row.row));
  return parts;
}

}  // namespace remit::engine::reference
