#include "cases/match.h"

#include <algorithm>

namespace remit::cases {
namespace {

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

bool matches_period(const ExpectedPeriod& wanted, const std::optional<value::Period>& period) {
  if (wanted.none || !period) return wanted.none && !period;
  if (value::first_day(*period) != wanted.first) return false;
  if (!wanted.last || value::is_open(*period)) return !wanted.last && value::is_open(*period);
  return value::end_day(*period) == value::add_days(*wanted.last, 1);
}

/// Gives each wanted finding an outcome of its own: where one is taken, whoever has it looks for
/// another (augmenting paths), so that what a case leaves open takes nothing away.
class Assignment {
 public:
  Assignment(const std::vector<ExpectedFinding>& wanted,
             const std::vector<rules::Outcome>& outcomes)
      : wanted_(wanted), outcomes_(outcomes), holder_(outcomes.size(), kNobody) {}

  bool complete() {
    if (wanted_.size() != outcomes_.size()) return false;
    for (std::size_t w = 0; w < wanted_.size(); ++w) {
      std::vector<bool> asked(outcomes_.size(), false);
      if (!place(w, asked)) return false;
    }
    return true;
  }

 private:
  bool place(std::size_t w, std::vector<bool>& asked) {
    for (std::size_t o = 0; o < outcomes_.size(); ++o) {
      if (asked[o] || !matches(wanted_[w], outcomes_[o])) continue;
      asked[o] = true;
      if (holder_[o] == kNobody || place(holder_[o], asked)) {
        holder_[o] = w;
        return true;
      }
    }
    return false;
  }

  const std::vector<ExpectedFinding>& wanted_;
  const std::vector<rules::Outcome>& outcomes_;
  std::vector<std::size_t> holder_;  ///< by outcome: the wanted finding that has it
};

}  // namespace

bool matches(const ExpectedFinding& wanted, const rules::Outcome& outcome) {
  if (wanted.verdict != outcome.verdict) return false;
  if (wanted.period && !matches_period(*wanted.period, outcome.period)) return false;
  if (wanted.due && wanted.due != outcome.due) return false;
  if (wanted.needs) {
    std::vector<rules::Need> needs = outcome.needs;
    std::sort(needs.begin(), needs.end());
    if (needs != *wanted.needs) return false;
  }
  return !wanted.message || outcome.message.find(*wanted.message) != std::string::npos;
}

bool is_settled(rules::Verdict verdict) {
  return verdict == rules::Verdict::kPass || verdict == rules::Verdict::kNotApplicable;
}

rules::Verdict worst_verdict(const std::vector<rules::Outcome>& outcomes) {
  return std::min_element(outcomes.begin(), outcomes.end(),
                          [](const auto& a, const auto& b) { return a.verdict < b.verdict; })
      ->verdict;
}

bool meets(const Expectation& line, const std::vector<rules::Outcome>& outcomes) {
  if (line.no_subject || outcomes.empty()) return line.no_subject && outcomes.empty();
  if (line.verdict) return worst_verdict(outcomes) == *line.verdict;
  return Assignment(line.findings, outcomes).complete();
}

}  // namespace remit::cases
