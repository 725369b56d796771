#pragma once

#include <optional>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "cli/input_options.h"
#include "cli/report_targets.h"
#include "cli/terminal.h"
#include "findings/status.h"
#include "remit/audit.h"
#include "report/format.h"
#include "text/diagnostic.h"

namespace remit::cli {

/// The words that were typed after `remit check`.
struct CheckWords : InputWords {
  std::string format;
  std::vector<std::string> outputs;
  std::string summary;
  std::string suppress_below;
  std::vector<std::string> verdicts;
  std::string severity;
  std::vector<std::string> only;
  std::string baseline;
  std::string window;
  std::string limit;
  std::string width;
  std::string threads;
  std::string fail_on;
  std::optional<std::string> fail_on_new;  ///< empty where it has no value
  bool fail_on_unknown = false;
  std::string max_unknown;
  std::string data_errors;
  bool verbose = false;
};

/// What they mean.
struct CheckPlan {
  Request request;
  findings::Thresholds thresholds;
  std::vector<ReportTarget> reports;
  report::Options report;    ///< as it is in files
  bool width_given = false;  ///< else a terminal has its own
  std::string summary;       ///< empty for none
  std::size_t least = 0;     ///< smaller counts are suppressed; 0 for all as they are
};

/// Declares the options of `remit check`; they are read into `words`.
void declare_options(CLI::App& app, CheckWords& words);

/// The plan, or nothing where a word is wrong or one is missing that must be there.
std::optional<CheckPlan> make_plan(const CheckWords& words, const Terminal& terminal,
                                   text::Diagnostics& diagnostics);

}  // namespace remit::cli
