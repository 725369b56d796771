#include "cli/question_options.h"

#include <memory>
#include <sstream>

#include "cli/choices.h"
#include "cli/option_values.h"
#include "cli/output.h"
#include "findings/verdict.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

/// The columns of a text that goes into a file or another program.
constexpr std::size_t kPiped = 100;

}  // namespace

void declare_question_options(CLI::App& app, QuestionWords& words, const std::string& schema) {
  declare_input(app, words);
  declare_rules(app, words);
  const std::string rules(kRulesGroup);
  app.add_option("--fail-on", words.fail_on,
                 "what counts: rules at least as severe: critical,\nmajor, minor (default) or info")
      ->check(choices(findings::severity_words()))
      ->type_name("S")
      ->group(rules);
  app.add_option("--waivers", words.waivers,
                 "files of waivers: what one covers is shown, and does\nnot count")
      ->type_name("FILE")
      ->group(rules);
  const std::string written = "How it is written";
  app.add_option("--format", words.format,
                 "text: for people\njson: one document (" + schema + ")\n(by default text)")
      ->check(choices({"text", "json"}))
      ->type_name("F")
      ->group(written);
  app.add_option("--width", words.width,
                 "columns of a text; by default the terminal's,\nand 100 elsewhere")
      ->type_name("N")
      ->group(written);
}

Asking read_question_options(const QuestionWords& words, const Terminal& terminal,
                             text::Diagnostics& diagnostics) {
  Asking asking;
  read_input(words, asking.request, diagnostics);
  asking.request.waivers = words.waivers;
  asking.least =
      read_severity("--fail-on", words.fail_on, diagnostics).value_or(rules::Severity::kMinor);
  asking.json = read_word("--format", words.format, {"text", "json"}, diagnostics) == 1U;
  asking.look.colour = terminal.out_is_terminal && terminal.out_colour;
  asking.look.width = terminal.out_is_terminal ? terminal.width : kPiped;
  if (!words.width.empty()) {
    asking.look.width = read_count("--width", words.width, diagnostics).value_or(kPiped);
  }
  return asking;
}

ExitStatus ask(const Asking& asking, const Terminal& terminal, text::Diagnostics diagnostics,
               const Answer& answer) {
  Obstacle obstacle = Obstacle::kNone;
  std::unique_ptr<Advisor> advisor;
  std::optional<ExitStatus> status;
  std::ostringstream written;
  if (!diagnostics.has_errors()) advisor = Advisor::load(asking.request, obstacle, diagnostics);
  if (advisor) status = answer(*advisor, diagnostics, written);
  tell(text::render(diagnostics, terminal.error_colour));
  if (!status) {
    return obstacle == Obstacle::kData ? ExitStatus::kWrongData : ExitStatus::kWrongInput;
  }
  text::Diagnostics writing;
  const auto output = Output::open("", "", writing);
  output->stream() << written.str();
  if (!output->finish(writing)) {
    tell(text::render(writing, terminal.error_colour));
    return ExitStatus::kWrongInput;
  }
  return *status;
}

ExitStatus status_of(May may) {
  if (may == May::kYes) return ExitStatus::kClean;
  return may == May::kNo ? ExitStatus::kBreaches : ExitStatus::kCannotTell;
}

}  // namespace remit::cli
