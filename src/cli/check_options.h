#pragma once

#include <optional>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "cli/input_options.h"
#include "cli/terminal.h"
#include "findings/status.h"
#include "remit/audit.h"
#include "report/format.h"
#include "text/diagnostic.h"

namespace remit::cli {

/// The words that were typed after `remit check`.
struct CheckWords : InputWords {
  std::string format = "text";
  std::string output;
  std::string summary;
  std::vector<std::string> verdicts;
  std::string severity = "info";
  std::vector<std::string> only;
  std::string window;
  std::string limit;
  std::string width;
  std::string fail_on = "minor";
  bool fail_on_unknown = false;
  std::string data_errors = "fail";
  bool verbose = false;
};

/// What they mean.
struct CheckPlan {
  Request request;
  findings::Thresholds thresholds;
  const report::Format* format = nullptr;
  report::Options report;
  std::string output;   ///< empty for standard output
  std::string summary;  ///< empty for none
};

/// Declares the options of `remit check`; they are read into `words`.
void declare_options(CLI::App& app, CheckWords& words);

/// The plan, or nothing where a word is wrong or one is missing that must be there.
std::optional<CheckPlan> make_plan(const CheckWords& words, const Terminal& terminal,
                                   text::Diagnostics& diagnostics);

}  // namespace remit::cli
