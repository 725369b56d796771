#include "remit/due.h"

#include <memory>

#include <fmt/format.h>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/file_targets.h"
#include "cli/help.h"
#include "cli/input_options.h"
#include "cli/option_values.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "findings/verdict.h"
#include "rules/parameter_value.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

/// The columns of a text that goes into a file or another program.
constexpr std::size_t kPiped = 100;

/// The words that were typed after `remit due`.
struct DueWords : InputWords {
  std::string within = "14 days";
  std::string subject;
  std::string worker;
  std::string team;
  bool no_overdue = false;
  std::string severity = "info";
  std::vector<std::string> only;
  std::string by = "worker";
  std::string format;
  std::vector<std::string> outputs;
  std::string width;
};

void declare_question(CLI::App& app, DueWords& words) {
  constexpr const char* kGroup = "Which of it";
  app.add_option("--within", words.within,
                 "how far to look ahead: `14 days` (default),\n`10 working days`, `2 weeks`, `1 "
                 "month`")
      ->type_name("T")
      ->group(kGroup);
  app.add_option("--case", words.subject, "only what is about this case")
      ->check(not_empty())
      ->type_name("C")
      ->group(kGroup);
  app.add_option("--worker", words.worker,
                 "only what this worker has in hand: whom it names,\nelse who leads the case")
      ->check(not_empty())
      ->type_name("W")
      ->group(kGroup);
  app.add_option("--team", words.team, "only of workers and cases of this team")
      ->check(not_empty())
      ->type_name("T")
      ->group(kGroup);
  app.add_flag("--no-overdue", words.no_overdue, "leave out what should have happened by now")
      ->group(kGroup);
  app.add_option("--severity", words.severity,
                 "only rules at least as severe: critical,\nmajor, minor or info (default)")
      ->check(choices(findings::severity_words()))
      ->type_name("S")
      ->group(kGroup);
  app.add_option("--rule", words.only, "only these rules, by id (several: a,b)")
      ->type_name("ID")
      ->delimiter(',')
      ->group(kGroup);
}

void declare_output(CLI::App& app, DueWords& words) {
  constexpr const char* kGroup = "How it is written";
  app.add_option("--by", words.by,
                 "what has a heading of its own in a text: worker\n(default), case or day")
      ->check(choices({"worker", "case", "day"}))
      ->type_name("B")
      ->group(kGroup);
  declare_format(app, words.format, due_formats(), "what the ending of FILE says, else text")
      ->group(kGroup);
  app.add_option("-o,--output", words.outputs,
                 "write to a file instead of standard output, in\nthe format that its ending says; "
                 "can be given\nseveral times, `-` is standard output")
      ->check(not_empty())
      ->allow_extra_args(false)
      ->type_name("FILE")
      ->group(kGroup);
  app.add_option("--width", words.width,
                 "columns of a text; by default the terminal's,\nand 100 elsewhere")
      ->type_name("N")
      ->group(kGroup);
}

void declare_options(CLI::App& app, DueWords& words) {
  declare_input(app, words);
  declare_rules(app, words);
  declare_question(app, words);
  declare_output(app, words);
}

std::optional<value::Duration> read_duration(const std::string& text,
                                             text::Diagnostics& diagnostics) {
  text::Diagnostics wrong;
  const text::Excerpt excerpt = text::whole(std::make_shared<text::SourceFile>("--within", text));
  const auto value =
      rules::read_parameter_value(excerpt, value::type(value::Kind::kDuration), "--within", wrong);
  if (value) return std::get<value::Duration>(value->data);
  diagnostics.error("option", {}, fmt::format("`--within {}`: that is no duration", text),
                    "write `14 days`, `10 working days`, `2 weeks` or `1 month`");
  return std::nullopt;
}

/// What is asked, and where the answer goes.
struct DuePlan {
  Request request;
  DueQuestion question;
  DueLook look;
  std::vector<FileTarget> targets;
  std::vector<std::unique_ptr<Output>> outputs;  ///< one for each
  bool width_given = false;
};

void read_look(const DueWords& words, DuePlan& plan, text::Diagnostics& diagnostics) {
  const auto by = read_word("--by", words.by, {"worker", "case", "day"}, diagnostics);
  if (by) plan.look.by = static_cast<DueLook::By>(*by);
  plan.look.options.version = REMIT_VERSION;
  plan.look.options.width = kPiped;
  plan.width_given = !words.width.empty();
  if (plan.width_given) {
    plan.look.options.width = read_count("--width", words.width, diagnostics).value_or(kPiped);
  }
}

void open_outputs(const DueWords& words, DuePlan& plan, text::Diagnostics& diagnostics) {
  std::vector<FileFormat> formats;
  for (const DueFormat& format : due_formats()) formats.push_back({format.name, format.endings});
  plan.targets = file_targets(words.outputs, words.format, formats, diagnostics);
  for (const FileTarget& target : plan.targets) {
    check_target(target.path, "--output", words, diagnostics);
  }
  if (diagnostics.has_errors()) return;
  for (const FileTarget& target : plan.targets) {
    plan.outputs.push_back(Output::open(target.path, "--output", diagnostics));
  }
}

DuePlan make_plan(const DueWords& words, text::Diagnostics& diagnostics) {
  DuePlan plan;
  read_input(words, plan.request, diagnostics);
  plan.request.only = words.only;
  if (const auto within = read_duration(words.within, diagnostics)) plan.question.within = *within;
  plan.question.subject = words.subject;
  plan.question.worker = words.worker;
  plan.question.team = words.team;
  plan.question.overdue = !words.no_overdue;
  plan.question.least =
      read_severity("--severity", words.severity, diagnostics).value_or(rules::Severity::kInfo);
  read_look(words, plan, diagnostics);
  open_outputs(words, plan, diagnostics);
  return plan;
}

/// No file is put in its place before all of them are complete.
bool write_all(const Advisor& advisor, const DueAnswer& answer, DuePlan& plan,
               const Terminal& terminal, text::Diagnostics& diagnostics) {
  bool complete = true;
  for (std::size_t i = 0; i < plan.targets.size(); ++i) {
    DueLook look = plan.look;
    if (plan.targets[i].path.empty() && terminal.out_is_terminal) {
      if (!plan.width_given) look.options.width = terminal.width;
      look.options.colour = terminal.out_colour;
    }
    due_formats()[plan.targets[i].format].write(advisor, answer, look, plan.outputs[i]->stream());
    complete = plan.outputs[i]->complete(diagnostics) && complete;
  }
  if (!complete) return false;
  for (const auto& output : plan.outputs) complete = output->place(diagnostics) && complete;
  return complete;
}

ExitStatus due(const DueWords& words) {
  const Terminal terminal = look_at_terminal();
  text::Diagnostics diagnostics;
  DuePlan plan = make_plan(words, diagnostics);
  Obstacle obstacle = Obstacle::kNone;
  std::unique_ptr<Advisor> advisor;
  std::optional<DueAnswer> answer;
  if (!diagnostics.has_errors()) advisor = Advisor::load(plan.request, obstacle, diagnostics);
  if (advisor) answer = advisor->due(plan.question, diagnostics);
  tell(text::render(diagnostics, terminal.error_colour));
  if (!answer) {
    return obstacle == Obstacle::kData ? ExitStatus::kWrongData : ExitStatus::kWrongInput;
  }
  text::Diagnostics writing;
  if (!write_all(*advisor, *answer, plan, terminal, writing)) {
    tell(text::render(writing, terminal.error_colour));
    return ExitStatus::kWrongInput;
  }
  return ExitStatus::kClean;
}

}  // namespace

std::function<ExitStatus()> declare_due(CLI::App& app) {
  const auto words = std::make_shared<DueWords>();
  declare_options(app, *words);
  app.footer(std::string(due_footer()));
  return [words] { return due(*words); };
}

}  // namespace remit::cli
