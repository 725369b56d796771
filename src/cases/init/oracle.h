#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "cases/case.h"
#include "rules/ruleset.h"

namespace remit::cases::init {

/// How many subjects have which verdict.
using Answer = std::array<std::size_t, rules::kVerdicts>;

/// Asks one rule about small worlds.
class Oracle {
 public:
  Oracle(const rules::RuleSet& rules, const rules::Rule& rule, value::Date as_of)
      : rules_(rules), id_(rule.id), as_of_(as_of) {
    if (rule.breach == rules::Breach::kUnknown) breach_ = rules::Verdict::kUnknown;
  }

  /// Nothing where something is wrong in the data of the world.
  std::optional<Answer> ask(const Tables& tables) const;
  /// All that is found of each subject, as a case expects it.
  std::vector<Expectation> expectations(const Tables& tables) const;

  /// What the rule says of a breach: a violation, or of a rule that only asks, unknown.
  rules::Verdict breach() const { return breach_; }
  bool is_broken(const Answer& answer) const {
    return answer[static_cast<std::size_t>(breach_)] > 0;
  }

 private:
  Case make_case(const Tables& tables) const;

  const rules::RuleSet& rules_;
  std::string id_;
  value::Date as_of_;
  rules::Verdict breach_ = rules::Verdict::kViolation;
};

}  // namespace remit::cases::init
