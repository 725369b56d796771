#include <memory>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/option_values.h"
#include "cli/question_options.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

/// The words that were typed after `remit precheck`.
struct PrecheckWords : QuestionWords {
  std::string subject;
  std::string worker;
  std::string role;
  std::string task;
  std::string from;
  std::vector<std::string> ends;
  std::string plan;
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

ExitStatus precheck(const PrecheckWords& words) {
  const Terminal terminal = look_at_terminal();
  text::Diagnostics diagnostics;
  const std::vector<Change> changes = read_question(words, diagnostics);
  const Asking asking = read_question_options(words, terminal, diagnostics);
  return ask(asking, terminal, std::move(diagnostics),
             [&](const Advisor& advisor, text::Diagnostics& wrong,
                 std::ostream& out) -> std::optional<ExitStatus> {
               const auto answer = advisor.precheck(changes, wrong, asking.least);
               if (!answer) return std::nullopt;
               if (asking.json) {
                 out << to_json(advisor, *answer) << '\n';
               } else {
                 write_text(advisor, *answer, asking.look, out);
               }
               return status_of(answer->may);
             });
}

}  // namespace

std::function<ExitStatus()> declare_precheck(CLI::App& app) {
  const auto words = std::make_shared<PrecheckWords>();
  declare_question(app, *words);
  declare_question_options(app, *words, "schemas/precheck.schema.json");
  app.footer(std::string(precheck_footer()));
  return [words] { return precheck(*words); };
}

}  // namespace remit::cli
