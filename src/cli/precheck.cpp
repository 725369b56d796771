#include <memory>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/input_options.h"
#include "cli/option_values.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "remit/advise.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

/// The columns of a text that goes into a file or another program.
constexpr std::size_t kPiped = 100;

/// The words that were typed after `remit precheck`.
struct PrecheckWords : InputWords {
  std::string subject;
  std::string worker;
  std::string role;
  std::string task;
  std::string from;
  std::vector<std::string> ends;
  std::string plan;
  std::string fail_on = "minor";
  std::string format = "text";
  std::string width;
};

void declare_question(CLI::App& app, PrecheckWords& words) {
  constexpr const char* kGroup = "What would be done";
  app.add_option("--case", words.subject, "the case that is to be assigned")
      ->type_name("C")
      ->group(kGroup);
  app.add_option("--worker", words.worker, "the worker who is to have it")
      ->type_name("W")
      ->group(kGroup);
  app.add_option("--role", words.role, "as what; by default the first role that the\nmodel allows")
      ->type_name("R")
      ->group(kGroup);
  app.add_option("--task", words.task, "a task instead, done on the day of --from")
      ->type_name("T")
      ->group(kGroup);
  app.add_option("--from", words.from, "from when on; by default the as-of date")
      ->type_name("DATE")
      ->group(kGroup);
  app.add_option("--end", words.ends, "end this allocation on the same day (several: a,b)")
      ->type_name("A")
      ->delimiter(',')
      ->group(kGroup);
  app.add_option("--plan", words.plan,
                 "several changes together: a YAML list of\n`assign: {case, worker, role, from}` "
                 "and\n`end: {allocation, on}`")
      ->type_name("FILE")
      ->group(kGroup);
}

void declare_options(CLI::App& app, PrecheckWords& words) {
  declare_question(app, words);
  declare_input(app, words);
  declare_rules(app, words);
  app.add_option("--fail-on", words.fail_on,
                 "what counts: rules at least as severe: critical,\nmajor, minor (default) or info")
      ->type_name("S")
      ->group(std::string(kRulesGroup));
  constexpr const char* kGroup = "How it is written";
  app.add_option("--format", words.format,
                 "text: for people\njson: one document (schemas/precheck.schema.json)\n(by "
                 "default text)")
      ->type_name("F")
      ->group(kGroup);
  app.add_option("--width", words.width,
                 "columns of a text; by default the terminal's,\nand 100 elsewhere")
      ->type_name("N")
      ->group(kGroup);
}

void read_assign(const PrecheckWords& words, std::optional<value::Date> day,
                 std::vector<Change>& changes, text::Diagnostics& diagnostics) {
  if (words.subject.empty() != words.worker.empty()) {
    const char* lacking = words.subject.empty() ? "--case" : "--worker";
    diagnostics.error("option-missing", {}, fmt::format("`{}` is missing", lacking),
                      "name both the case and the worker");
  }
  if (!words.task.empty() && !words.role.empty()) {
    diagnostics.error("option", {}, "`--task` and `--role` exclude each other", "give one of them");
  }
  if (words.subject.empty() || words.worker.empty()) return;
  const bool task = !words.task.empty();
  changes.emplace_back(
      Assign{words.subject, words.worker, task ? words.task : words.role, day, task, {}});
}

/// What ends makes room: it comes first.
std::vector<Change> read_question(const PrecheckWords& words, text::Diagnostics& diagnostics) {
  std::vector<Change> changes;
  std::optional<value::Date> day;
  if (!words.from.empty()) day = read_date("--from", words.from, diagnostics);
  for (const std::string& key : words.ends) changes.emplace_back(End{key, day});
  read_assign(words, day, changes, diagnostics);
  if (!words.plan.empty()) {
    const auto more = read_changes(words.plan, diagnostics);
    changes.insert(changes.end(), more.begin(), more.end());
  }
  if (changes.empty() && !diagnostics.has_errors()) {
    diagnostics.error(
        "option-missing", {}, "there is nothing to check",
        "name an assignment with `--case` and `--worker`, one to end with `--end`, or "
        "a file of changes with `--plan`");
  }
  return changes;
}

ExitStatus status_of(May may) {
  if (may == May::kYes) return ExitStatus::kClean;
  return may == May::kNo ? ExitStatus::kBreaches : ExitStatus::kCannotTell;
}

struct PrecheckPlan {
  Request request;
  std::vector<Change> changes;
  rules::Severity least = rules::Severity::kMinor;
  bool json = false;
  report::Options look;
};

PrecheckPlan make_plan(const PrecheckWords& words, const Terminal& terminal,
                       text::Diagnostics& diagnostics) {
  PrecheckPlan plan;
  plan.changes = read_question(words, diagnostics);
  read_input(words, plan.request, diagnostics);
  plan.least =
      read_severity("--fail-on", words.fail_on, diagnostics).value_or(rules::Severity::kMinor);
  plan.json = read_word("--format", words.format, {"text", "json"}, diagnostics) == 1U;
  plan.look.colour = terminal.out_is_terminal && terminal.out_colour;
  plan.look.width = terminal.out_is_terminal ? terminal.width : kPiped;
  if (!words.width.empty()) {
    plan.look.width = read_count("--width", words.width, diagnostics).value_or(kPiped);
  }
  return plan;
}

ExitStatus precheck(const PrecheckWords& words) {
  const Terminal terminal = look_at_terminal();
  text::Diagnostics diagnostics;
  const PrecheckPlan plan = make_plan(words, terminal, diagnostics);
  Obstacle obstacle = Obstacle::kNone;
  std::unique_ptr<Advisor> advisor;
  std::optional<PrecheckAnswer> answer;
  if (!diagnostics.has_errors()) advisor = Advisor::load(plan.request, obstacle, diagnostics);
  if (advisor) answer = advisor->precheck(plan.changes, diagnostics, plan.least);
  tell(text::render(diagnostics, terminal.error_colour));
  if (!answer) {
    return obstacle == Obstacle::kData ? ExitStatus::kWrongData : ExitStatus::kWrongInput;
  }
  text::Diagnostics writing;
  const auto output = Output::open("", "", writing);
  if (plan.json) {
    output->stream() << to_json(*advisor, *answer) << '\n';
  } else {
    write_text(*advisor, *answer, plan.look, output->stream());
  }
  if (!output->finish(writing)) {
    tell(text::render(writing, terminal.error_colour));
    return ExitStatus::kWrongInput;
  }
  return status_of(answer->may);
}

}  // namespace

std::function<ExitStatus()> declare_precheck(CLI::App& app) {
  const auto words = std::make_shared<PrecheckWords>();
  declare_options(app, *words);
  app.footer(std::string(precheck_footer()));
  return [words] { return precheck(*words); };
}

}  // namespace remit::cli
