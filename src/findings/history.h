#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/fingerprint.h"
#include "findings/window.h"
#include "rules/outcome.h"
#include "rules/rule.h"
#include "value/date.h"

namespace remit::findings {

/// What has become of a finding since an earlier run, the baseline.
enum class State {
  kNew,        ///< the baseline does not have it
  kUnchanged,  ///< verdict, severity and days are the same
  kChanged,    ///< one of these differs
  kReopened,   ///< it was fixed in the baseline
  kFixed,      ///< the baseline has it, and it is there no more
  kNotJudged,  ///< the baseline has it, and this run cannot say whether it is there still
};
constexpr std::size_t kStates = 6;
constexpr std::array<State, kStates> kAllStates{State::kNew,     State::kUnchanged,
                                                State::kChanged, State::kReopened,
                                                State::kFixed,   State::kNotJudged};

/// `new`, `not_judged`, ...: what files hold.
std::string_view word(State state);
std::optional<State> state_of(std::string_view text);

/// What an earlier run said.
struct Former {
  rules::Verdict verdict = rules::Verdict::kViolation;
  rules::Severity severity = rules::Severity::kMinor;
  std::optional<value::Period> period;
  std::optional<value::Date> due;
  value::Date as_of;  ///< of that run: a breach that lasted then ends on this day
};

struct History {
  State state = State::kNew;
  value::Date first_seen;  ///< the as-of date of the first run in a row that had it
  /// Working days from `first_seen` to the as-of date (of what is fixed: to the day on which that
  /// was found), by the calendar of the rule. Nothing where it has none or does not reach so far.
  std::optional<std::int64_t> age;
  std::optional<Former> former;  ///< of all but what is new
};

/// What the baseline has and this run does not.
struct PastFinding {
  std::string rule;
  rules::Subject subject;
  Fingerprint fingerprint;              ///< that it had
  History history;                      ///< kFixed or kNotJudged, with `former`
  std::optional<value::Date> fixed_on;  ///< of what is fixed: the as-of date that first showed it
  bool earlier = false;                 ///< it was fixed already in the baseline
  std::string why;                      ///< in a sentence for people
};

/// The run that this one is held against.
struct Baseline {
  std::string file;
  value::Date as_of;
  std::string version;  ///< of its rule set
  /// What it lists: findings beyond that cannot be told to be new.
  std::vector<rules::Verdict> verdicts;
  rules::Severity least = rules::Severity::kInfo;
  std::optional<Window> window;
  std::array<std::size_t, kStates> counts{};  ///< by State; of kFixed those since the baseline
  std::size_t fixed_earlier = 0;
};

}  // namespace remit::findings
