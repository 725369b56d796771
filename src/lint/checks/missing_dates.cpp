#include <algorithm>

#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "lint/conditions.h"
#include "lint/expressions.h"

// Dates that say "not yet" while they are empty. A model that calls no date `required` does not
// tell them from the others, and then nothing is said.
namespace remit::lint {
namespace {

namespace typed = lang::typed;
using typed::NodePtr;

bool tells_dates_apart(const model::Model& model) {
  return std::any_of(model.tables.begin(), model.tables.end(), [](const model::Table& table) {
    return std::any_of(table.fields.begin(), table.fields.end(), [](const model::Field& field) {
      return field.required && field.kind == value::Kind::kDate;
    });
  });
}

/// The field's name where a node is a date of a bound row that may be empty; nothing otherwise.
std::optional<std::string> optional_date(const NodePtr& node,
                                         const lang::Environment& environment) {
  const auto* field = std::get_if<typed::FieldOf>(&node->kind);
  if (!field || node->type.kind != value::Kind::kDate) return std::nullopt;
  if (!std::holds_alternative<typed::SlotUse>(field->row->kind)) return std::nullopt;
  const auto& table = environment.model->tables[static_cast<std::size_t>(field->table)];
  const model::Field& named = table.fields[static_cast<std::size_t>(field->field)];
  if (named.required) return std::nullopt;
  return named.name;
}

/// Whether conditions leave out, without doubt, what has no such date.
bool is_left_out(const Facts& facts, const NodePtr& date, const std::vector<NodePtr>& conditions) {
  Facts missing = facts;
  missing.assume_missing(date);
  return std::any_of(conditions.begin(), conditions.end(), [&](const NodePtr& condition) {
    if (!condition) return false;
    const Truth truth = missing.truth(condition);
    return !truth.can_be_true && !truth.can_be_unknown;
  });
}

std::vector<NodePtr> conditions_of(const std::vector<typed::Binding>& bindings) {
  std::vector<NodePtr> all;
  for (const typed::Binding& binding : bindings) all.push_back(binding.where);
  return all;
}

/// The date that a rule is about, and its key.
Placed own_date(const rules::Rule& rule) {
  if (const auto* deadline = std::get_if<rules::Deadline>(&rule.kind)) {
    return {"trigger", deadline->trigger};
  }
  return {"on", rule.on};
}

}  // namespace

void check_event_dates(Inspection& inspection) {
  if (!tells_dates_apart(*inspection.rules().model)) return;
  for (const rules::Rule* rule : inspection.enabled()) {
    const KindExpressions kind = kind_expressions(*rule);
    for (const PlacedElements& placed : kind.elements) {
      const typed::Comprehension& all = placed.elements->comprehension;
      if (all.bindings.empty() || !all.head) continue;
      const auto name = optional_date(all.head, *rule->environment);
      if (!name) continue;
      if (is_left_out(Facts(*rule->environment), all.head, conditions_of(all.bindings))) continue;
      const std::string date = words(rule->where.file, all.head->span);
      inspection.warn(
          *rule, place(*rule, all.head),
          fmt::format("an empty `{}` is doubt here, not \"not yet\"", *name),
          fmt::format("if it is filled in only once it has happened, add `{} is not missing` to "
                      "the `where`",
                      date));
    }
  }
}

void check_own_dates(Inspection& inspection) {
  if (!tells_dates_apart(*inspection.rules().model)) return;
  for (const rules::Rule* rule : inspection.enabled()) {
    const Placed own = own_date(*rule);
    if (!own.node) continue;
    const auto name = optional_date(own.node, *rule->environment);
    if (!name) continue;
    std::vector<NodePtr> conditions = conditions_of(rule->subjects);
    conditions.push_back(rule->when);
    if (is_left_out(Facts(*rule->environment), own.node, conditions)) continue;
    const std::string date = words(rule->where.file, own.node->span);
    inspection.warn(
        *rule, place(*rule, own.node),
        fmt::format("where `{}` is empty, the rule is unknown", *name),
        fmt::format("if an empty one means \"not yet\", add `{} is not missing` to the `where` of "
                    "`for`",
                    date));
  }
}

}  // namespace remit::lint
