#include "remit/explain.h"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/input_options.h"
#include "cli/option_values.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "report/explanation.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;
using findings::Explanation;

/// The columns of a text that goes into a file or another program.
constexpr std::size_t kPiped = 80;

/// The words that were typed after `remit explain`.
struct ExplainWords : InputWords {
  std::string rule;
  std::string subject;
  std::string format = "text";
  bool json = false;
  std::string output;
  std::string width;
};

void declare_options(CLI::App& app, ExplainWords& words) {
  app.add_option("RULE", words.rule, "the id of a rule, or of a table of reserved tasks");
  app.add_option("SUBJECT", words.subject, "the key of a subject, as findings have it");
  declare_input(app, words);
  declare_pseudonyms(app, words);
  declare_rules(app, words);
  declare_waivers(app, words);
  constexpr const char* kGroup = "How it is written";
  app.add_option("--format", words.format,
                 "text: for people\njson: one document (schemas/explanation.schema.json)\n(by "
                 "default text)")
      ->check(choices({"text", "json"}))
      ->type_name("F")
      ->group(kGroup);
  app.add_flag("--json", words.json, "the same as --format json")->group(kGroup);
  app.add_option("--output", words.output, "write to a file instead of standard output")
      ->check(not_empty())
      ->type_name("FILE")
      ->group(kGroup);
  app.add_option("--width", words.width,
                 "columns of a text; by default the terminal's,\nand 80 elsewhere")
      ->type_name("N")
      ->group(kGroup);
}

void check_named(const ExplainWords& words, text::Diagnostics& diagnostics) {
  if (words.rule.empty()) {
    diagnostics.error("option-missing", {}, "no rule is named, nor a subject",
                      "name both, as in `remit explain EC-VR-006 ST000459 ...`");
  } else if (words.subject.empty()) {
    diagnostics.error("option-missing", {}, "no subject is named",
                      fmt::format("name its key, as in `remit explain {} ST000459 ...`; `remit "
                                  "check --rule {}` lists them",
                                  words.rule, words.rule));
  }
}

/// What is asked, and how the answer is to look.
struct ExplainPlan {
  Request request;
  bool json = false;
  report::Options look;
  std::unique_ptr<Output> output;
};

ExplainPlan make_plan(const ExplainWords& words, const Terminal& terminal,
                      text::Diagnostics& diagnostics) {
  ExplainPlan plan;
  check_named(words, diagnostics);
  read_input(words, plan.request, diagnostics);
  const auto format = read_word("--format", words.format, {"text", "json"}, diagnostics);
  plan.json = words.json || format == 1U;
  const bool on_terminal = words.output.empty() && terminal.out_is_terminal;
  plan.look.colour = on_terminal && terminal.out_colour;
  plan.look.width = on_terminal ? terminal.width : kPiped;
  if (!words.width.empty()) {
    plan.look.width = read_count("--width", words.width, diagnostics).value_or(kPiped);
  }
  const std::string target = words.output == "-" ? "" : words.output;
  if (!diagnostics.has_errors()) check_target(target, "--output", words, diagnostics);
  if (!diagnostics.has_errors()) plan.output = Output::open(target, "--output", diagnostics);
  return plan;
}

bool is_found(const Explanation& explanation) {
  return explanation.state != Explanation::State::kNoSubject ||
         (!explanation.subject.key.empty() && explanation.keys.empty());
}

ExitStatus explain_words(const ExplainWords& words) {
  const Terminal terminal = look_at_terminal();
  text::Diagnostics diagnostics;
  ExplainPlan plan = make_plan(words, terminal, diagnostics);
  ExplainResult result;
  if (!diagnostics.has_errors()) {
    result = explain(plan.request, words.rule, words.subject, diagnostics);
  }
  tell(text::render(diagnostics, terminal.error_colour));
  if (diagnostics.has_errors() || result.obstacle != Obstacle::kNone) {
    return result.obstacle == Obstacle::kData ? ExitStatus::kWrongData : ExitStatus::kWrongInput;
  }
  if (plan.json) {
    report::write_explanations_json(result.explanations, plan.output->stream());
  } else {
    report::write_explanations(result.explanations, plan.look, plan.output->stream());
  }
  text::Diagnostics writing;
  if (!plan.output->finish(writing)) {
    tell(text::render(writing, terminal.error_colour));
    return ExitStatus::kWrongInput;
  }
  const bool found = std::all_of(result.explanations.begin(), result.explanations.end(), is_found);
  return found ? ExitStatus::kClean : ExitStatus::kWrongInput;
}

}  // namespace

std::function<ExitStatus()> declare_explain(CLI::App& app) {
  const auto words = std::make_shared<ExplainWords>();
  declare_options(app, *words);
  app.footer(std::string(explain_footer()));
  return [words] { return explain_words(*words); };
}

}  // namespace remit::cli
