#pragma once

#include <optional>

#include "findings/finding.h"

namespace remit::findings {

/// What the program says to the shell.
enum class ExitStatus {
  kClean = 0,       ///< nothing at or above the threshold
  kBreaches = 1,    ///< violations at or above it, or unknowns where those count too
  kWrongInput = 2,  ///< the command line, the model or the rule set is wrong
  kWrongData = 3,   ///< the data could not be read, or has data findings
  kFault = 4,       ///< a fault of the program itself
  kCannotTell = 5,  ///< of a question: data are missing that would answer it
};

/// What makes a run fail.
struct Thresholds {
  /// Violations of rules at least as severe; nothing where none is to fail the run.
  std::optional<rules::Severity> fail_on = rules::Severity::kMinor;
  bool unknowns_fail = false;
  bool data_findings_fail = true;
  std::optional<double> most_unknown{};  ///< fail above it, see `unknown_percent`
  /// As `fail_on`, of violations that were none in the baseline, see `is_new`.
  std::optional<rules::Severity> fail_on_new{};
};

/// How many of a hundred subjects are unknown, of those that rules apply to; 0 where there are
/// none.
double unknown_percent(const Audit& audit);

/// Whether a finding was not there in the baseline, or not as bad: a violation that was due, waived
/// or unknown then, an unknown that was due. False where there is no baseline.
bool is_new(const Audit& audit, const Finding& finding);

/// The status of a finished run. Data findings come first: where the data is wrong, what was
/// found in it is not the last word.
ExitStatus exit_status(const Audit& audit, const Thresholds& thresholds);

}  // namespace remit::findings
