#include "dump.h"

#include <fmt/format.h>

#include "value/date.h"
#include "value/value.h"

namespace remit::test {
namespace {

using model::Field;
using model::Table;

std::string words(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& word : list) text += (text.empty() ? "\"" : ", \"") + word + "\"";
  return "[" + text + "]";
}

std::string names(const Table& table, const std::vector<int>& fields) {
  std::vector<std::string> list;
  for (const int field : fields) list.push_back(table.fields[static_cast<std::size_t>(field)].name);
  return words(list);
}

std::string name(const Table& table, int field) {
  return table.fields[static_cast<std::size_t>(field)].name;
}

std::string dump_constraints(const Field& field) {
  std::string text;
  if (field.datetime) text += " datetime";
  if (field.personal) text += " personal";
  if (field.required) text += " required";
  if (field.unique) text += " unique";
  if (!field.allowed.empty()) text += " allowed " + words(field.allowed);
  if (field.pattern) text += " pattern " + *field.pattern;
  if (field.minimum) text += " minimum " + value::to_string(*field.minimum);
  if (field.maximum) text += " maximum " + value::to_string(*field.maximum);
  if (field.minimum_day) text += " minimum " + value::to_string(value::Date{*field.minimum_day});
  if (field.maximum_day) text += " maximum " + value::to_string(value::Date{*field.maximum_day});
  if (field.minimum_length) text += fmt::format(" minimum length {}", *field.minimum_length);
  if (field.maximum_length) text += fmt::format(" maximum length {}", *field.maximum_length);
  return text;
}

std::string dump(const Field& field) {
  std::string text = fmt::format("  field {}: {}{}", field.name, to_string(value::type(field.kind)),
                                 dump_constraints(field));
  if (!field.true_values.empty()) text += " true " + words(field.true_values);
  if (!field.false_values.empty()) text += " false " + words(field.false_values);
  return text + " missing " + words(field.missing_values) + "\n";
}

std::string dump(const model::Assignment& assignment, const Table& table) {
  const auto relation = [&](int index) {
    return table.relations.at(static_cast<std::size_t>(index)).name;
  };
  std::string text = fmt::format("  assignment: {} to {}", relation(assignment.worker),
                                 relation(assignment.subject));
  if (assignment.role) text += fmt::format(" as {}", name(table, *assignment.role));
  if (assignment.period) {
    const auto at = static_cast<std::size_t>(*assignment.period);
    text += fmt::format(" during {}", table.periods.at(at).name);
  }
  if (assignment.on) text += fmt::format(" on {}", name(table, *assignment.on));
  return text + "\n";
}

std::string dump(const Table& table, const model::Model& model) {
  std::string text = fmt::format("table {} of {}, key {}\n", table.name, table.entity,
                                 names(table, table.primary_key));
  for (const Field& field : table.fields) text += dump(field);
  for (const model::Relation& relation : table.relations) {
    const Table& target = model.tables[static_cast<std::size_t>(relation.target)];
    text +=
        fmt::format("  relation {}: {} to {} {}\n", relation.name, names(table, relation.fields),
                    target.name, names(target, relation.target_fields));
  }
  for (const model::Inverse& inverse : table.inverses) {
    const Table& source = model.tables[static_cast<std::size_t>(inverse.source)];
    const auto& relation = source.relations[static_cast<std::size_t>(inverse.relation)];
    text += fmt::format("  inverse {}: of {}.{}\n", inverse.name, source.name, relation.name);
  }
  for (const model::PeriodField& period : table.periods) {
    text += fmt::format("  period {}: {} to {}, {}\n", period.name, name(table, period.from),
                        name(table, period.to), period.inclusive ? "inclusive" : "exclusive");
  }
  if (table.assignment) text += dump(*table.assignment, table);
  if (table.happens) text += fmt::format("  happens: {}\n", name(table, *table.happens));
  return text;
}

}  // namespace

std::string dump(const model::Model& model) {
  std::string text = fmt::format("model {} version {}\n", model.name, model.version);
  for (const Table& table : model.tables) text += dump(table, model);
  return text;
}

}  // namespace remit::test
