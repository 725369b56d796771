#include "rules/rule_draft.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/key_synonyms.h"
#include "rules/kinds/kinds.h"
#include "text/nearest.h"

namespace remit::rules {
namespace {

/// A key that is there; one with an empty value is an error and then absent.
const yaml::Node* present_key(yaml::Mapping& keys, const yaml::Node* node, const std::string& key,
                              text::Diagnostics& diagnostics) {
  if (node) return node;
  const text::Location where = keys.key_where(key);
  if (where.span != keys.where().span) {
    diagnostics.error("empty-value", where, fmt::format("`{}` has no value", key),
                      "give it a value, or leave the key out");
  }
  return nullptr;
}

NodePtr checked_duration_or_date(const yaml::Node& node, const std::string& key,
                                 Expressions& expressions, text::Diagnostics& diagnostics) {
  NodePtr expression = expressions.any(node, quoted(key));
  if (is_kind(expression, value::Kind::kDuration) || is_kind(expression, value::Kind::kDate))
    return expression;
  diagnostics.error("wrong-type", node.where,
                    fmt::format("`{}` must be a duration or a date, not of type {}", key,
                                value::to_string(expression->type)),
                    "write for example `10 working days` or `2026-01-31`");
  return error_node();
}

}  // namespace

std::vector<KeyPlace> key_places(const yaml::Node& node) {
  std::vector<KeyPlace> places;
  for (const yaml::Entry& entry : node.entries) {
    places.push_back({entry.key, entry.key_where, entry.value.where});
  }
  return places;
}

std::string quoted(std::string_view key) { return fmt::format("`{}`", key); }

NodePtr optional_expression(yaml::Mapping& keys, const std::string& key, value::Kind kind,
                            Expressions& expressions, text::Diagnostics& diagnostics) {
  const yaml::Node* node = present_key(keys, keys.optional(key), key, diagnostics);
  return node ? expressions.typed(*node, value::type(kind), quoted(key)) : nullptr;
}

NodePtr optional_duration_or_date(yaml::Mapping& keys, const std::string& key,
                                  Expressions& expressions, text::Diagnostics& diagnostics) {
  const yaml::Node* node = present_key(keys, keys.optional(key), key, diagnostics);
  return node ? checked_duration_or_date(*node, key, expressions, diagnostics) : nullptr;
}

void check_at_least(const NodePtr& node, std::string_view key, const text::Location& where,
                    std::int64_t least, text::Diagnostics& diagnostics) {
  const value::Value value = constant_value(node);
  bool below = false;
  if (const auto* integer = std::get_if<std::int64_t>(&value.data)) below = *integer < least;
  if (const auto* number = std::get_if<double>(&value.data)) {
    below = *number < static_cast<double>(least);
  }
  if (const auto* duration = std::get_if<value::Duration>(&value.data)) {
    below = duration->count < least;
  }
  if (!below) return;
  diagnostics.error(
      "out-of-range", where,
      fmt::format("`{}` is {}, and no rule can mean that", key, value::to_string(value)),
      least > 0 ? "it must be more than nothing" : "it must not be negative");
}

RuleDraft::RuleDraft(const yaml::Node& node, RuleContext& context)
    : node_(node),
      context_(context),
      keys_(node, "a rule", context.diagnostics),
      expressions_(*context.environment, node.where.file, context.diagnostics) {
  rule.where = node.where;
  rule.keys = key_places(node);
  rule.environment = context.environment;
  add_synonyms(keys_);
}

const yaml::Node* RuleDraft::present(const std::string& key) {
  return present_key(keys_, keys_.optional(key), key, diagnostics());
}

NodePtr RuleDraft::optional(const std::string& key, value::Kind kind) {
  return optional_expression(keys_, key, kind, expressions_, diagnostics());
}

NodePtr RuleDraft::required(const std::string& key, value::Kind kind) {
  const yaml::Node* node = keys_.required(key);
  return node ? expressions_.typed(*node, value::type(kind), quoted(key)) : error_node();
}

NodePtr RuleDraft::duration_or_date(const std::string& key) {
  return optional_duration_or_date(keys_, key, expressions_, diagnostics());
}

std::vector<Elements> RuleDraft::optional_elements(const std::string& key,
                                                   const ElementsWanted& wanted) {
  const yaml::Node* node = present(key);
  return node ? expressions_.elements(*node, wanted, quoted(key)) : std::vector<Elements>{};
}

std::vector<Elements> RuleDraft::required_elements(const std::string& key,
                                                   const ElementsWanted& wanted) {
  const yaml::Node* node = keys_.required(key);
  return node ? expressions_.elements(*node, wanted, quoted(key)) : std::vector<Elements>{};
}

bool RuleDraft::is_misspelt(const std::vector<std::string>& keys) const {
  return std::any_of(node_.entries.begin(), node_.entries.end(), [&](const yaml::Entry& entry) {
    if (is_rule_key(entry.key)) return false;
    const auto meant = key_meant_by(entry.key);
    return meant ? std::find(keys.begin(), keys.end(), *meant) != keys.end()
                 : text::nearest(entry.key, keys).has_value();
  });
}

void RuleDraft::missing_one_of(const std::vector<std::string>& keys, std::string message,
                               std::string help) {
  if (is_misspelt(keys)) return;
  diagnostics().error("missing-key", id_where, std::move(message), std::move(help));
}

void RuleDraft::error(std::string_view code, std::string_view key, std::string message,
                      std::string help) {
  diagnostics().error(code, keys_.key_where(key), std::move(message), std::move(help));
}

void RuleDraft::at_least(const NodePtr& node, std::string_view key, std::int64_t least) {
  check_at_least(node, key, keys_.key_where(key), least, diagnostics());
}

}  // namespace remit::rules
