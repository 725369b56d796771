#include "measure/conditions.h"

#include "measure/unknowns.h"

namespace remit::measure {
namespace {

namespace typed = lang::typed;
using rules::Verdict;

bool is_condition(const typed::Node& node) {
  return node.type.kind == value::Kind::kBoolean &&
         !std::holds_alternative<typed::Constant>(node.kind) &&
         !std::holds_alternative<typed::ParameterUse>(node.kind) &&
         !std::holds_alternative<typed::Not>(node.kind);
}

struct CanBeDue {
  bool operator()(const rules::Cover&) const { return true; }
  bool operator()(const rules::Frequency&) const { return true; }
  bool operator()(const rules::Deadline&) const { return true; }
  bool operator()(const rules::Limit& kind) const {
    return kind.per != rules::Limit::Per::kDay && kind.at_least != nullptr;
  }
  template <typename Other>
  bool operator()(const Other&) const {
    return false;
  }
};

/// An expression that may be missing without doubt: a release that never came, a date of its own
/// that is not yet filled in.
bool is_optional(const mutation::Site& site) {
  const bool elements = site.place == "response" || site.place == "event" ||
                        site.place == "count" || site.place == "by" || site.place == "pause";
  return site.place == "until" || (elements && site.node->type.kind == value::Kind::kDate);
}

/// Whether some expression on which the verdict rests can be unknown.
bool can_doubt(const mutation::Original& original) {
  const auto unknown = can_be_unknown(original);
  for (const mutation::Site& site : original.sites) {
    if (site.definition >= 0 || !unknown.contains(site.node)) continue;
    if ((site.parent == nullptr && !is_optional(site)) || site.is_where) return true;
  }
  return false;
}

bool can_be_excluded(const rules::Rule& rule) {
  const auto* deadline = std::get_if<rules::Deadline>(&rule.kind);
  return rule.when != nullptr || rule.effective.from || rule.effective.to ||
         (deadline != nullptr && deadline->until != nullptr);
}

}  // namespace

std::vector<Condition> conditions_of(const rules::Rule& rule) {
  const mutation::Original original = mutation::look_at(rule);
  const auto unknown = can_be_unknown(original);
  std::vector<Condition> conditions;
  for (const mutation::Site& site : original.sites) {
    if (!is_condition(*site.node)) continue;
    Condition condition;
    condition.node = site.node;
    condition.place = site.place;
    condition.shared = site.definition >= 0;
    condition.where = original.location(site.node->span);
    // Of a whole table only the rows for which the tie may hold are looked at.
    condition.possible = {true, !site.is_tie, unknown.contains(site.node)};
    conditions.push_back(std::move(condition));
  }
  return conditions;
}

std::vector<Verdict> possible_verdicts(const rules::Rule& rule) {
  const bool question = rule.breach == rules::Breach::kUnknown;
  const bool doubt =
      rule.on_unknown == rules::OnUnknown::kUnknown && can_doubt(mutation::look_at(rule));
  std::vector<Verdict> verdicts;
  if (!question) verdicts.push_back(Verdict::kViolation);
  if (question || doubt || rule.effective.then_unknown) verdicts.push_back(Verdict::kUnknown);
  if (std::visit(CanBeDue{}, rule.kind)) verdicts.push_back(Verdict::kDue);
  verdicts.push_back(Verdict::kPass);
  if (can_be_excluded(rule)) verdicts.push_back(Verdict::kNotApplicable);
  return verdicts;
}

}  // namespace remit::measure
