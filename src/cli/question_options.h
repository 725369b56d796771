#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/input_options.h"
#include "cli/terminal.h"
#include "findings/status.h"
#include "remit/advise.h"

// What every command that asks before something is done takes beside its question.
namespace remit::cli {

struct QuestionWords : InputWords {
  std::vector<std::string> waivers;
  std::string fail_on = "minor";
  std::string format = "text";
  std::string width;
};

/// Data, rules, waivers and what counts; how the answer is written (`schema` is that of the JSON).
void declare_question_options(CLI::App& app, QuestionWords& words, const std::string& schema);

/// What these words come to.
struct Asking {
  Request request;
  rules::Severity least = rules::Severity::kMinor;
  bool json = false;
  report::Options look;
};
Asking read_question_options(const QuestionWords& words, const Terminal& terminal,
                             text::Diagnostics& diagnostics);

/// Writes the answer of an advisor; its status. Nothing (with errors) where the question is wrong.
using Answer = std::function<std::optional<findings::ExitStatus>(
    const Advisor& advisor, text::Diagnostics& diagnostics, std::ostream& out)>;

/// Loads, asks and writes. Whatever is wrong, also what `diagnostics` has already, is told.
findings::ExitStatus ask(const Asking& asking, const Terminal& terminal,
                         text::Diagnostics diagnostics, const Answer& answer);

/// 0, 1 or 5.
findings::ExitStatus status_of(May may);

}  // namespace remit::cli
