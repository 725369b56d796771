#include <algorithm>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "lint/decision.h"
#include "lint/expressions.h"

// Editions of one duty: rules of one kind and file, about the same table, that have the same title,
// or judge the same subjects by the same rows with the same severity (`duty_text`). They are to
// follow each other without a gap. Rules that begin on one day are no editions but two duties.
namespace remit::lint {
namespace {

using rules::Effective;
using rules::Rule;

value::Date first_day(const Effective& effective) {
  return effective.from.value_or(value::kFirstDate);
}

bool is_about_same(const Rule& left, const Rule& right) {
  if (left.kind.index() != right.kind.index() || left.file != right.file) return false;
  if (left.subjects.front().type.table != right.subjects.front().type.table) return false;
  if (left.title == right.title) return true;
  const std::string duty = duty_text(left);
  return !duty.empty() && left.severity == right.severity && duty == duty_text(right);
}

bool is_dated(const Rule& rule) { return rule.effective.from || rule.effective.to; }

/// The edition that follows a rule: the first of those that begin after it does.
const Rule* next_edition(const Rule& rule, const std::vector<const Rule*>& all) {
  const Rule* next = nullptr;
  for (const Rule* other : all) {
    if (other == &rule || !is_dated(*other)) continue;
    if (first_day(other->effective) <= first_day(rule.effective)) continue;
    if (!is_about_same(rule, *other)) continue;
    if (!next || first_day(other->effective) < first_day(next->effective)) next = other;
  }
  return next;
}

/// Each rule with the edition that follows it.
std::vector<std::pair<const Rule*, const Rule*>> followers(const Inspection& inspection) {
  const std::vector<const Rule*> all = inspection.enabled();
  std::vector<std::pair<const Rule*, const Rule*>> pairs;
  for (const Rule* rule : all) {
    if (const Rule* next = next_edition(*rule, all)) pairs.emplace_back(rule, next);
  }
  return pairs;
}

}  // namespace

void check_edition_overlaps(Inspection& inspection) {
  for (const auto& [rule, next] : followers(inspection)) {
    // What is asked in the same words is a duplicate.
    if (decision_text(*rule) == decision_text(*next)) continue;
    const auto& to = rule->effective.to;
    const std::string from = value::to_string(*next->effective.from);
    if (!to || *to >= *next->effective.from) {
      inspection.warn(
          *next, key_place(*next, "effective"),
          fmt::format("`{}` begins on {}, while `{}` is still in force", next->id, from, rule->id),
          "end the earlier edition on the day before, or give rules that are no "
          "editions of one duty titles that tell them apart",
          {{"the earlier one stands here", key_place(*rule, "effective")}});
    } else if (rule->effective.then_unknown) {
      inspection.warn(
          *next, key_place(*next, "effective"),
          fmt::format("`{}` says that what follows it is not encoded, and here it is", rule->id),
          "leave out its `then: unknown`",
          {{"the earlier one stands here", key_place(*rule, "effective")}});
    }
  }
}

void check_edition_gaps(Inspection& inspection) {
  for (const auto& [rule, next] : followers(inspection)) {
    const auto& to = rule->effective.to;
    if (!to || rule->effective.then_unknown) continue;
    const std::int32_t days = next->effective.from->days - to->days - 1;
    if (days <= 0) continue;
    inspection.warn(*next, key_place(*next, "effective"),
                    fmt::format("between `{}` and this edition lie {} day{} on which the duty is "
                                "not judged",
                                rule->id, days, days == 1 ? "" : "s"),
                    "let one edition end on the day before the next one begins; both dates are "
                    "inclusive",
                    {{"the earlier one stands here", key_place(*rule, "effective")}});
  }
}

}  // namespace remit::lint
