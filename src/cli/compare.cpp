#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "baseline/read.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/input_options.h"
#include "cli/option_values.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "comparison/format.h"
#include "remit/audit.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using baseline::Run;
using findings::ExitStatus;

/// On a terminal no more changes of one rule are listed.
constexpr std::size_t kOnTerminal = 20;

/// The words that were typed after `remit compare`.
struct CompareWords : InputWords {
  std::string before;
  std::string after;
  std::string format = "text";
  std::string output;
  std::string limit;
  std::string width;
};

void declare_options(CLI::App& app, CompareWords& words) {
  app.add_option("BEFORE", words.before,
                 "findings of a run, as NDJSON; with --data a rule set\nfile, a folder of them, or "
                 "a pack");
  app.add_option("AFTER", words.after, "likewise, what it is held against");
  declare_input(app, words);
  declare_rules(app, words);
  declare_waivers(app, words);
  constexpr const char* kGroup = "How it is written";
  declare_format(app, words.format, comparison::formats(), "text")->group(kGroup);
  app.add_option("--output", words.output, "write to a file instead of standard output")
      ->check(not_empty())
      ->type_name("FILE")
      ->group(kGroup);
  app.add_option("--limit", words.limit,
                 "list at most so many changes of a rule in a text;\n0 lists all (by default 20 on "
                 "a terminal, all\nelsewhere)")
      ->type_name("N")
      ->group(kGroup);
  app.add_option("--width", words.width, "columns of a text; by default the terminal's")
      ->type_name("N")
      ->group(kGroup);
}

struct ComparePlan {
  const comparison::Format* format = nullptr;
  report::Options look;
  std::unique_ptr<Output> output;
};

void check_named(const CompareWords& words, text::Diagnostics& diagnostics) {
  if (words.before.empty() || words.after.empty()) {
    diagnostics.error("option-missing", {}, "two runs have to be named",
                      "name two files, as in `remit compare before.ndjson after.ndjson`; or two "
                      "rule sets and the data to judge by both, with `--data` and `--as-of`");
  }
  const bool about_rules = !words.rules.empty() || !words.as_of.empty() ||
                           !words.complete.empty() || !words.parameters.empty() ||
                           !words.waivers.empty() || !words.project.empty();
  if (!words.data.empty() || !about_rules) return;
  diagnostics.error("option", {}, "options about rules and data count only with `--data`",
                    "leave them out to compare two files of findings");
}

ComparePlan make_plan(const CompareWords& words, const Terminal& terminal,
                      text::Diagnostics& diagnostics) {
  ComparePlan plan;
  check_named(words, diagnostics);
  std::vector<std::string> names;
  for (const comparison::Format& format : comparison::formats()) names.emplace_back(format.name);
  const auto format = read_word("--format", words.format, names, diagnostics);
  if (format) plan.format = &comparison::formats()[*format];
  const std::string target = words.output == "-" ? "" : words.output;
  const bool on_terminal = target.empty() && terminal.out_is_terminal;
  plan.look.width = on_terminal ? terminal.width : plan.look.width;
  plan.look.colour = on_terminal && terminal.out_colour;
  plan.look.limit = on_terminal ? kOnTerminal : 0;
  if (!words.width.empty()) {
    plan.look.width = read_count("--width", words.width, diagnostics).value_or(0);
  }
  if (!words.limit.empty()) {
    plan.look.limit = read_count("--limit", words.limit, diagnostics).value_or(0);
  }
  if (!target.empty() && (target == words.before || target == words.after)) {
    diagnostics.error("option", {}, fmt::format("`--output {}` would overwrite an input", target),
                      "name another file");
  }
  check_target(target, "--output", words, diagnostics);
  if (!diagnostics.has_errors()) plan.output = Output::open(target, "--output", diagnostics);
  return plan;
}

/// What only one run lists would seem to have changed.
bool list_alike(const Run& before, const Run& after, text::Diagnostics& diagnostics) {
  const auto verdicts = [](const Run& run) {
    std::vector<rules::Verdict> all = run.verdicts;
    std::erase(all, rules::Verdict::kWaived);
    std::sort(all.begin(), all.end());
    return all;
  };
  const auto window = [](const Run& run) {
    return run.window ? std::pair{run.window->from, run.window->to}
                      : std::pair<std::optional<value::Date>, std::optional<value::Date>>{};
  };
  if (verdicts(before) == verdicts(after) && before.least == after.least &&
      window(before) == window(after)) {
    return true;
  }
  diagnostics.error("compare", {},
                    fmt::format("`{}` and `{}` do not list the same verdicts, severities and days",
                                before.file, after.file),
                    "write both with the same `--verdicts`, `--severity` and `--window`");
  return false;
}

/// One of the two runs, and what it is called.
struct Judged {
  std::string name;
  Run run;
};

comparison::Compared head(const Judged& judged) {
  return {judged.name, judged.run.ruleset, judged.run.version, judged.run.as_of};
}

/// Judges the data by one edition of the rules, and those that go with both.
std::optional<Judged> judge(const std::string& edition, Request request, ExitStatus& status,
                            text::Diagnostics& diagnostics) {
  request.rules.insert(request.rules.begin(), edition);
  Progress progress(look_at_terminal().error_is_terminal);
  request.progress = [&](std::size_t done, std::size_t all) { progress.rules(done, all); };
  const AuditResult result = audit(request, diagnostics);
  progress.erase();
  if (result.audit) return Judged{edition, comparison::run_of(*result.audit)};
  status = result.obstacle == Obstacle::kData ? ExitStatus::kWrongData : ExitStatus::kWrongInput;
  return std::nullopt;
}

/// Nothing where one cannot be had; then `status` says why.
std::optional<std::pair<Judged, Judged>> both(const CompareWords& words, ExitStatus& status,
                                              text::Diagnostics& diagnostics) {
  if (words.data.empty()) {
    auto before = baseline::read(words.before, "BEFORE", diagnostics);
    auto after = baseline::read(words.after, "AFTER", diagnostics);
    if (!before || !after || !list_alike(*before, *after, diagnostics)) return std::nullopt;
    return std::pair{Judged{words.before, std::move(*before)},
                     Judged{words.after, std::move(*after)}};
  }
  InputWords input = words;
  input.rules.insert(input.rules.begin(), words.before);
  Request request;
  read_input(input, request, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  request.rules = words.rules;
  auto before = judge(words.before, request, status, diagnostics);
  if (!before) return std::nullopt;
  auto after = judge(words.after, request, status, diagnostics);
  if (!after) return std::nullopt;
  return std::pair{std::move(*before), std::move(*after)};
}

ExitStatus compare(const CompareWords& words) {
  const Terminal terminal = look_at_terminal();
  text::Diagnostics diagnostics;
  ExitStatus status = ExitStatus::kWrongInput;
  ComparePlan plan = make_plan(words, terminal, diagnostics);
  std::optional<std::pair<Judged, Judged>> runs;
  if (!diagnostics.has_errors()) runs = both(words, status, diagnostics);
  tell(text::render(diagnostics, terminal.error_colour));
  if (!runs) return status;
  const auto difference = comparison::difference(runs->first.run, runs->second.run);
  plan.format->write({head(runs->first), head(runs->second), difference}, plan.look,
                     plan.output->stream());
  text::Diagnostics writing;
  if (!plan.output->finish(writing)) {
    tell(text::render(writing, terminal.error_colour));
    return ExitStatus::kWrongInput;
  }
  return difference.changes.empty() ? ExitStatus::kClean : ExitStatus::kBreaches;
}

}  // namespace

std::function<ExitStatus()> declare_compare(CLI::App& app) {
  const auto words = std::make_shared<CompareWords>();
  declare_options(app, *words);
  app.footer(std::string(compare_footer()));
  return [words] { return compare(*words); };
}

}  // namespace remit::cli
