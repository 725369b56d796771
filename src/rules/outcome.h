#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "value/period.h"
#include "value/value.h"

namespace remit::rules {

enum class Verdict { kViolation, kUnknown, kDue, kWaived, kPass, kNotApplicable };
constexpr std::size_t kVerdicts = 6;

/// What a finding is about. Keys of several fields are joined by `|`, several rows by ` + `.
struct Subject {
  std::string entity;
  std::string key;
};

/// A value that the rule read to decide.
struct Evidence {
  std::string path;  ///< as the rule writes it: `x.task`
  value::Value value;
  std::string resource;
  std::string key;
};

/// A cell that would decide an unknown.
struct Need {
  std::string resource;
  std::string key;
  std::string field;
  auto operator<=>(const Need&) const = default;
};

/// What the evaluation says of one rule and one subject; a subject can have several.
struct Outcome {
  std::size_t rule = 0;  ///< index in the rule set
  Verdict verdict = Verdict::kPass;
  Subject subject;
  std::optional<value::Period> period;
  std::optional<value::Date> due;
  std::string message;
  std::vector<Evidence> evidence;
  std::vector<Need> needs;
};

/// The counts of one rule: the six add up to `subjects`.
struct Tally {
  std::size_t subjects = 0;
  std::array<std::size_t, kVerdicts> verdicts{};  ///< by Verdict, each subject under its worst
  std::size_t findings = 0;  ///< outcomes with a finding: violation, unknown, due
  bool vacuous = false;
  std::optional<std::string> not_run;  ///< why it was not evaluated
};

struct Outcomes {
  std::vector<Outcome> outcomes;  ///< in order of rule, subject key, period start, verdict
  std::vector<Tally> tallies;     ///< one a rule of the rule set
};

}  // namespace remit::rules
