#include <algorithm>

#include <fmt/format.h>

#include "account/telling.h"

namespace remit::account {
namespace {

using Entry = findings::TimelineEntry::Kind;
using findings::Said;
using value::Period;

std::string item_said(const engine::Item& item, const rules::Cover& kind, const Telling& telling) {
  std::string text = name_of(item, kind.by, telling);
  text += item.period ? ": " + said(*item.period) : ": its days are not known";
  if (!item.sure) text += "; whether it counts cannot be told";
  return text;
}

void tell_items(const engine::CoverFacts& facts, const rules::Cover& kind, const Telling& telling,
                Said& said_step) {
  Said list{facts.by.counted.empty() ? "nothing covers it" : "what covers it:", {}};
  for (const engine::Item& item : facts.by.counted) {
    list.below.push_back({item_said(item, kind, telling), {}});
    if (item.period) {
      telling.enter(item.sure ? Entry::kPeriod : Entry::kDoubt, *item.period,
                    name_of(item, kind.by, telling) + (item.sure ? "" : ", in doubt"));
    }
  }
  said_step.below.push_back(std::move(list));
  tell_left_out(facts.by, kind.by, telling, said_step.below);
}

bool is_allowed(const Period& gap, const engine::CoverFacts& facts) {
  return facts.grace && value::length(gap, gap.to) <= facts.grace->count;
}

void tell_gaps(const engine::CoverFacts& facts, const Telling& telling) {
  for (const Period& gap : facts.hopeful.uncovered) {
    const bool allowed = is_allowed(gap, facts);
    std::string text =
        fmt::format("not covered: {} ({})", said(gap), length_said(gap, telling.as_of));
    if (allowed) {
      text += fmt::format(", which is within the {} allowed", value::to_string(*facts.grace));
    }
    telling.reckon(std::move(text));
    telling.enter(allowed ? Entry::kPause : Entry::kBreach, gap,
                  allowed ? "not covered, which is allowed" : "NOT COVERED");
  }
  for (const Period& gap : facts.strict.uncovered) {
    const auto& certain = facts.hopeful.uncovered;
    if (std::find(certain.begin(), certain.end(), gap) != certain.end()) continue;
    telling.reckon(fmt::format("not covered without what is in doubt: {} ({})", said(gap),
                               length_said(gap, telling.as_of)));
    telling.enter(Entry::kDoubt, gap, "not covered without what is in doubt");
  }
}

std::string test_said(const engine::CoverFacts& facts) {
  if (facts.by.lost) return "What covers the period cannot be told.";
  if (!facts.grace) return "How long a gap may be cannot be told.";
  const bool any = std::any_of(facts.hopeful.uncovered.begin(), facts.hopeful.uncovered.end(),
                               [&](const Period& gap) { return !is_allowed(gap, facts); });
  if (any) return "Not every day is covered.";
  const bool doubt = std::any_of(facts.strict.uncovered.begin(), facts.strict.uncovered.end(),
                                 [&](const Period& gap) { return !is_allowed(gap, facts); });
  return doubt ? "Whether every day is covered depends on what is in doubt."
               : "Every day is covered.";
}

}  // namespace

void tell(const engine::CoverFacts& facts, const Telling& telling) {
  const auto& kind = std::get<rules::Cover>(telling.rule.kind);
  Said step{test_said(facts), {}};
  tell_items(facts, kind, telling, step);
  telling.step("The test", "", true).said = std::move(step);
  for (const Period& stretch : facts.strict.covered) {
    telling.reckon("covered together: " + said(stretch), {}, true);
  }
  tell_gaps(facts, telling);
}

}  // namespace remit::account
