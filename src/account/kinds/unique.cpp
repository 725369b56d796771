#include <algorithm>

#include <fmt/format.h>

#include "account/telling.h"

namespace remit::account {
namespace {

using Entry = findings::TimelineEntry::Kind;
using engine::UniqueFacts;
using findings::Said;

/// Of a key that many share so many are named.
constexpr std::size_t kNamed = 20;

std::string key_said(const UniqueFacts& facts, const Telling& telling) {
  std::vector<std::string> parts;
  for (const auto& part : facts.key) {
    parts.push_back(
        fmt::format("`{}` is {}", source_of(telling.rule, part.node),
                    part.value.is_missing() ? "not recorded" : value::to_string(part.value)));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string test_said(const UniqueFacts& facts) {
  if (!facts.complete) return "Its key or its period is not known whole.";
  const auto clashes = std::count_if(facts.earlier.begin(), facts.earlier.end(),
                                     [](const auto& rival) { return rival.clashes; });
  if (clashes > 0) {
    return fmt::format("It clashes with {} that came before it.", counted(clashes, "other"));
  }
  if (!facts.earlier.empty())
    return "Others before it have the same key, but not at the same time.";
  return facts.later == 0 ? "No other has the same key."
                          : "It is the first of those with the same key.";
}

}  // namespace

void tell(const UniqueFacts& facts, const Telling& telling) {
  Said step{test_said(facts), {}};
  step.below.push_back({key_said(facts, telling), {}});
  if (facts.during) {
    step.below.push_back({"its period: " + said(*facts.during), {}});
    telling.enter(Entry::kPeriod, *facts.during, name_of(telling.account.subject));
  }
  std::size_t named = 0;
  for (const UniqueFacts::Rival& rival : facts.earlier) {
    if (++named > kNamed) break;
    std::string text = fmt::format("{} {}", name_of(rival.row),
                                   rival.clashes ? "clashes with it" : "runs at another time");
    if (rival.during) {
      text += ": " + said(*rival.during);
      telling.enter(Entry::kPeriod, *rival.during, name_of(rival.row), !rival.clashes);
    }
    step.below.push_back({std::move(text), {}});
  }
  if (facts.earlier.size() > kNamed) {
    step.below.push_back({fmt::format("and {} more", facts.earlier.size() - kNamed), {}});
  }
  if (facts.later > 0) {
    step.below.push_back(
        {fmt::format("after it: {} with the same key",
                     counted(static_cast<std::int64_t>(facts.later), "more subject")),
         {}});
  }
  telling.step("The test", "", true).said = std::move(step);
  for (const auto& outcome : telling.account.outcomes) {
    if (outcome.verdict != rules::Verdict::kViolation || !outcome.period || !facts.during) continue;
    telling.reckon(fmt::format("both at once: {} ({})", said(*outcome.period),
                               length_said(*outcome.period, telling.as_of)));
    telling.enter(Entry::kBreach, *outcome.period, "CLASH");
  }
}

}  // namespace remit::account
