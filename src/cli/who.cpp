#include <memory>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/option_values.h"
#include "cli/question_options.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

/// So many days ahead somebody is looked for, and so many of each group are shown, where nothing
/// else is said.
constexpr int kDaysAhead = 90;
constexpr std::size_t kShown = 10;

/// The words that were typed after `remit who`.
struct WhoWords : QuestionWords {
  std::string subject;
  std::string role;
  std::string task;
  std::string from;
  std::string on;
  std::vector<std::string> ends;
  std::string team;
  std::string until;
  std::string limit;
};

void declare_question(CLI::App& app, WhoWords& words) {
  const std::string group = "What is to be done, and who is asked about";
  app.add_option("--case", words.subject, "the case that is to be assigned")
      ->type_name("C")
      ->group(group);
  app.add_option("--role", words.role, "as what; by default the first role that the\nmodel allows")
      ->type_name("R")
      ->group(group);
  app.add_option("--from", words.from, "from when on; by default the as-of date")
      ->type_name("DATE")
      ->group(group);
  app.add_option("--task", words.task, "a task instead")->type_name("T")->group(group);
  app.add_option("--on", words.on, "the day of the task; by default the as-of date")
      ->type_name("DATE")
      ->group(group);
  app.add_option("--end", words.ends,
                 "an allocation that ends when the new one begins\n(several: a,b)")
      ->type_name("A")
      ->delimiter(',')
      ->group(group);
  app.add_option("--team", words.team, "only workers with a post in this team")
      ->type_name("T")
      ->group(group);
  app.add_option("--until", words.until,
                 "how far to look for the day on which somebody would\nbe able; by default 90 days "
                 "ahead")
      ->type_name("DATE")
      ->group(group);
  app.add_option(
         "--limit", words.limit,
         "so many of those able, of those not able, and of\nthose of whom it cannot be told "
         "(0: all; by default\n10)")
      ->type_name("N")
      ->group(group);
}

void exclude(const std::string& one, const char* name, const std::string& other,
             const char* other_name, text::Diagnostics& diagnostics) {
  if (one.empty() || other.empty()) return;
  diagnostics.error("option", {}, fmt::format("`{}` and `{}` exclude each other", name, other_name),
                    "give one of them");
}

Question read_question(const WhoWords& words, text::Diagnostics& diagnostics) {
  if (words.subject.empty()) {
    diagnostics.error("option-missing", {}, "`--case` is missing", "name the case");
  }
  exclude(words.task, "--task", words.role, "--role", diagnostics);
  exclude(words.task, "--task", words.from, "--from", diagnostics);
  if (words.task.empty() && !words.on.empty()) {
    diagnostics.error("option", {}, "`--on` is the day of a task, and there is no `--task`",
                      "name the task, or give `--from`");
  }
  Question question;
  question.subject = words.subject;
  question.task = !words.task.empty();
  question.role = question.task ? words.task : words.role;
  const std::string& day = question.task ? words.on : words.from;
  const char* option = question.task ? "--on" : "--from";
  if (!day.empty()) question.on = read_date(option, day, diagnostics);
  for (const std::string& key : words.ends) question.ends.push_back({key, std::nullopt});
  question.team = words.team;
  if (!words.until.empty()) question.until = read_date("--until", words.until, diagnostics);
  return question;
}

/// As of the best that can be had.
ExitStatus status_of_all(const WhoAnswer& answer) {
  if (answer.count(May::kYes) > 0) return status_of(May::kYes);
  return status_of(answer.count(May::kCannotTell) > 0 ? May::kCannotTell : May::kNo);
}

ExitStatus who(const WhoWords& words) {
  const Terminal terminal = look_at_terminal();
  text::Diagnostics diagnostics;
  Question question = read_question(words, diagnostics);
  const Asking asking = read_question_options(words, terminal, diagnostics);
  std::size_t limit = kShown;
  if (!words.limit.empty())
    limit = read_count("--limit", words.limit, diagnostics).value_or(kShown);
  question.most_searched = limit;
  const value::Date from =
      std::max(asking.request.as_of, question.on.value_or(asking.request.as_of));
  if (words.until.empty()) question.until = value::Date{from.days + kDaysAhead};
  return ask(asking, terminal, std::move(diagnostics),
             [&](const Advisor& advisor, text::Diagnostics& wrong,
                 std::ostream& out) -> std::optional<ExitStatus> {
               const auto answer = advisor.who(question, wrong, asking.least);
               if (!answer) return std::nullopt;
               if (asking.json) {
                 out << to_json(advisor, *answer, limit) << '\n';
               } else {
                 write_text(advisor, *answer, limit, asking.look, out);
               }
               return status_of_all(*answer);
             });
}

}  // namespace

std::function<ExitStatus()> declare_who(CLI::App& app) {
  const auto words = std::make_shared<WhoWords>();
  declare_question(app, *words);
  declare_question_options(app, *words, "schemas/who.schema.json");
  app.footer(std::string(who_footer()));
  return [words] { return who(*words); };
}

}  // namespace remit::cli
