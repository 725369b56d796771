#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "account/telling.h"

namespace remit::account {
namespace {

using Entry = findings::TimelineEntry::Kind;
using engine::LimitFacts;
using findings::Said;

const rules::Limit& kind_of(const Telling& telling) {
  return std::get<rules::Limit>(telling.rule.kind);
}

std::string number(double value) {
  return std::isfinite(value) ? value::to_string(value) : "no one knows how many";
}

std::string bounds_said(const LimitFacts& facts) {
  std::vector<std::string> parts;
  if (facts.at_most) parts.push_back("at most " + number(*facts.at_most));
  if (facts.at_least) parts.push_back("at least " + number(*facts.at_least));
  return fmt::format("{}", fmt::join(parts, " and "));
}

bool is_outside(const LimitFacts::Stretch& stretch) {
  return !stretch.runs_on && (stretch.too_many || stretch.too_few);
}

std::string item_said(const LimitFacts& facts, std::size_t index, const Telling& telling) {
  const engine::Item& item = facts.count.counted[index];
  std::string text = name_of(item, kind_of(telling).count, telling);
  if (item.period) {
    text += ", " + said(*item.period);
  } else {
    text += ", its days are not known";
  }
  const auto part = std::find_if(facts.parts.begin(), facts.parts.end(),
                                 [&](const auto& each) { return each.item == index; });
  if (part == facts.parts.end()) return text;
  if (part->weight && *part->weight != 1) text += ", counts " + number(*part->weight);
  if (!part->weight) text += ", how much it counts is not known";
  if (part->unit) text += ", of `" + *part->unit + "`";
  if (part->has_unit && !part->unit) text += ", of which unit is not known";
  if (!item.sure) text += "; whether it counts cannot be told";
  return text;
}

/// The days on which most counts where there may be too many, else those on which least does.
const LimitFacts::Stretch* peak_of(const LimitFacts& facts) {
  const bool most = facts.at_most.has_value();
  const LimitFacts::Stretch* best = nullptr;
  const auto better = [&](const auto& stretch) {
    if (!best || is_outside(stretch) != is_outside(*best)) return !best || is_outside(stretch);
    return most ? stretch.against_most > best->against_most
                : stretch.against_least < best->against_least;
  };
  for (const LimitFacts::Stretch& stretch : facts.strict) {
    if (!stretch.runs_on && better(stretch)) best = &stretch;
  }
  return best;
}

double count_of(const LimitFacts::Stretch& stretch, const LimitFacts& facts) {
  const bool least = !facts.at_most || (stretch.too_few && !stretch.too_many);
  return least ? stretch.against_least : stretch.against_most;
}

std::string stretch_said(const LimitFacts::Stretch& stretch, const LimitFacts& facts) {
  std::string text = said(stretch.period) + ": " + number(count_of(stretch, facts));
  if (stretch.runs_on) {
    if (!stretch.too_few) return text + ", enough already";
    return text + fmt::format(", not yet {}; there is time to {}", number(*facts.at_least),
                              said(value::Date{stretch.period.to.days - 1}));
  }
  if (stretch.too_many) return text + ", TOO MANY";
  if (stretch.too_few) return text + ", TOO FEW";
  return text;
}

void tell_peak(const LimitFacts& facts, const Telling& telling, Said& step) {
  const LimitFacts::Stretch* peak = peak_of(facts);
  if (!peak) return;
  const bool outside = is_outside(*peak);
  const bool fewest = !facts.at_most || (peak->too_few && !peak->too_many);
  const std::string word = fewest ? "the fewest" : "the most";
  Said list{fmt::format("{}: {}, {}{}", word, number(count_of(*peak, facts)),
                        facts.in_stretches || facts.strict.size() > 1 ? "first in " : "on ",
                        said(peak->period)),
            {}};
  if (!outside && facts.strict.size() < 2) list.text = "counted on " + said(peak->period) + ":";
  for (const std::size_t item : peak->items) {
    list.below.push_back({item_said(facts, item, telling), {}});
  }
  if (peak->items.empty()) list.below.push_back({"none", {}});
  step.below.push_back(std::move(list));
}

std::string test_said(const LimitFacts& facts, const Telling& telling) {
  if (facts.count.lost) return "What is to be counted cannot be told.";
  const auto& readings = telling.account.readings;
  if (!readings) return "The bounds cannot be told.";
  const std::string bounds = bounds_said(facts);
  if (!readings->hopeful.violations.empty()) {
    return fmt::format("There may be {}; it was otherwise on {}.", bounds,
                       said(readings->hopeful.violations.front()) +
                           (readings->hopeful.violations.size() > 1 ? " and at other times" : ""));
  }
  if (!readings->strict.violations.empty()) {
    return fmt::format("There may be {}; whether that holds depends on what is in doubt.", bounds);
  }
  return fmt::format("There may be {}, and that holds throughout.", bounds);
}

void enter_items(const LimitFacts& facts, const Telling& telling) {
  for (const engine::Item& item : facts.count.counted) {
    if (!item.period) continue;
    const std::string name = name_of(item, kind_of(telling).count, telling);
    if (item.is_date) {
      telling.enter(item.sure ? Entry::kEvent : Entry::kDoubt, item.period->from, name, true);
    } else {
      telling.enter(item.sure ? Entry::kPeriod : Entry::kDoubt, *item.period, name, true);
    }
  }
}

}  // namespace

void tell(const LimitFacts& facts, const Telling& telling) {
  Said step{test_said(facts, telling), {}};
  tell_peak(facts, telling, step);
  tell_left_out(facts.count, kind_of(telling).count, telling, step.below);
  telling.step("The test", "", true).said = std::move(step);
  for (const LimitFacts::Stretch& stretch : facts.strict) {
    telling.reckon(stretch_said(stretch, facts), {}, !stretch.too_many && !stretch.too_few);
  }
  enter_items(facts, telling);
  for (const LimitFacts::Stretch& stretch : facts.hopeful) {
    if (stretch.runs_on && stretch.too_few) {
      telling.enter(Entry::kDue, value::Date{stretch.period.to.days - 1}, "due");
    }
    if (!is_outside(stretch)) continue;
    telling.enter(Entry::kBreach, stretch.period,
                  fmt::format("{}: {}", stretch.too_many ? "TOO MANY" : "TOO FEW",
                              number(count_of(stretch, facts))));
  }
}

}  // namespace remit::account
