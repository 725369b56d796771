#include "waivers/apply.h"

#include <algorithm>
#include <set>
#include <span>

#include "findings/join.h"
#include "findings/verdict.h"
#include "waivers/pattern.h"

namespace remit::waivers {
namespace {

using findings::Waiver;
using rules::Outcome;
using rules::Verdict;

/// Whether all days of the violation are days of the waiver.
bool lies_within(const Outcome& outcome, const Waiver& waiver) {
  if (!outcome.period || value::is_open(*outcome.period)) return false;
  const value::Date last{value::end_day(*outcome.period).days - 1};
  return waiver.from <= value::first_day(*outcome.period) && last <= waiver.to;
}

/// The outcomes of one rule and one subject, which stand together.
std::span<Outcome> subject_at(std::vector<Outcome>& outcomes, std::size_t begin) {
  const Outcome& first = outcomes[begin];
  std::size_t end = begin + 1;
  while (end < outcomes.size() && outcomes[end].rule == first.rule &&
         outcomes[end].subject.key == first.subject.key) {
    ++end;
  }
  return std::span(outcomes).subspan(begin, end - begin);
}

Verdict worst(std::span<const Outcome> outcomes) {
  Verdict verdict = Verdict::kNotApplicable;
  for (const Outcome& outcome : outcomes) verdict = std::min(verdict, outcome.verdict);
  return verdict;
}

class Applier {
 public:
  Applier(const std::vector<Waiver>& waivers, const rules::RuleSet& rules, value::Date as_of,
          rules::Outcomes& outcomes)
      : waivers_(waivers), as_of_(as_of), outcomes_(outcomes), uses_(waivers.size()) {
    for (const rules::Rule& rule : rules.rules) {
      by_rule_.emplace_back();
      for (std::size_t i = 0; i < waivers.size(); ++i) {
        if (findings::is_meant(rule, waivers[i].rule)) by_rule_.back().push_back(i);
      }
    }
  }

  Applied apply() {
    auto& all = outcomes_.outcomes;
    for (std::size_t begin = 0; begin < all.size();) {
      const std::span<Outcome> outcomes = subject_at(all, begin);
      begin += outcomes.size();
      if (!by_rule_[outcomes.front().rule].empty()) apply_to(outcomes);
    }
    return {std::move(uses_), std::move(waived_)};
  }

 private:
  void apply_to(std::span<Outcome> outcomes) {
    const Verdict before = worst(outcomes);
    std::set<std::size_t> used;
    for (Outcome& outcome : outcomes) {
      if (outcome.verdict != Verdict::kViolation) continue;
      if (const auto waiver = waive(outcome)) used.insert(*waiver);
    }
    for (const std::size_t waiver : used) ++uses_[waiver].subjects;
    rules::Tally& tally = outcomes_.tallies[outcomes.front().rule];
    const Verdict after = worst(outcomes);
    if (before == after) return;
    --findings::of(tally.verdicts, before);
    ++findings::of(tally.verdicts, after);
  }

  static void count(Cover cover, bool is_waived, Use& use) {
    if (cover == Cover::kBeyond) ++use.beyond;
    if (cover == Cover::kIdle) ++use.idle;
    if (cover == Cover::kCovers) ++(is_waived ? use.covered : use.violations);
  }

  /// The waiver that covers it, if one does.
  std::optional<std::size_t> waive(Outcome& outcome) {
    std::optional<std::size_t> covers;
    for (const std::size_t i : by_rule_[outcome.rule]) {
      const Cover its = cover(waivers_[i], outcome, as_of_);
      count(its, covers.has_value(), uses_[i]);
      if (its == Cover::kCovers && !covers) covers = i;
    }
    if (!covers) return covers;
    outcome.verdict = Verdict::kWaived;
    --outcomes_.tallies[outcome.rule].findings;
    const auto index = static_cast<std::size_t>(&outcome - outcomes_.outcomes.data());
    waived_.emplace(index, *covers);
    return covers;
  }

  const std::vector<Waiver>& waivers_;
  value::Date as_of_;
  rules::Outcomes& outcomes_;
  std::vector<std::vector<std::size_t>> by_rule_;  ///< the waivers of each rule
  std::vector<Use> uses_;
  findings::WaivedOutcomes waived_;
};

}  // namespace

bool holds(const Waiver& waiver, value::Date as_of) {
  return waiver.approved_on <= as_of && as_of <= waiver.to;
}

Cover cover(const Waiver& waiver, const Outcome& violation, value::Date as_of) {
  if (!matches(waiver.subject, violation.subject.key)) return Cover::kOther;
  if (!lies_within(violation, waiver)) return Cover::kBeyond;
  return holds(waiver, as_of) ? Cover::kCovers : Cover::kIdle;
}

const Waiver* covering(const std::vector<Waiver>& waivers, const rules::Rule& rule,
                       const Outcome& violation, value::Date as_of) {
  for (const Waiver& waiver : waivers) {
    if (findings::is_meant(rule, waiver.rule) &&
        cover(waiver, violation, as_of) == Cover::kCovers) {
      return &waiver;
    }
  }
  return nullptr;
}

Applied apply(const std::vector<Waiver>& waivers, const rules::RuleSet& rules, value::Date as_of,
              rules::Outcomes& outcomes) {
  return Applier(waivers, rules, as_of, outcomes).apply();
}

}  // namespace remit::waivers
