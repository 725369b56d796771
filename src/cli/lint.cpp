#include <algorithm>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/home.h"
#include "cli/option_values.h"
#include "cli/output.h"
#include "cli/project.h"
#include "cli/terminal.h"
#include "lint/lint.h"
#include "lint/reports/reports.h"
#include "rules/references.h"
#include "text/nearest.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

/// The words that were typed after `remit lint`.
struct LintWords {
  std::vector<std::string> paths;
  std::vector<std::string> only;
  std::string format = "text";
  std::string output;
  std::string home;
  std::string project;
  bool strict = false;
  bool list = false;
};

/// What they mean, and where it goes: opened before the work is done.
struct LintPlan {
  std::vector<std::string> paths;
  rules::LoadOptions options;
  const lint::ReportFormat* format = nullptr;
  lint::ReportOptions look;
  std::unique_ptr<Output> report;
};

void declare_options(CLI::App& app, LintWords& words) {
  app.add_option("PATH", words.paths,
                 "rule files, folders of them, or names of packs,\neach on its own; by default "
                 "those\nof the project, else the packs in ./rules, else those\nthat come with "
                 "remit");
  declare_project(app, words.project);
  app.add_option("--only", words.only, "only warnings of these checks (several: a,b)")
      ->type_name("CODE")
      ->delimiter(',');
  app.add_flag("--strict", words.strict, "warnings fail the run, too");
  app.add_flag("--list", words.list, "list the checks and stop");
  declare_format(app, words.format, lint::report_formats(), "text");
  app.add_option("--output", words.output, "write to a file instead of standard output")
      ->type_name("FILE");
  app.add_option("--home", words.home,
                 "folder with the models, calendars and packs\nthat rule sets name")
      ->type_name("DIR");
}

/// Each pack of a folder on its own: what lies directly in it, in order of the names.
std::vector<std::string> packs_in(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name == "calendars" || name.starts_with('.')) continue;
    if (entry.is_directory() || rules::is_yaml(name)) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> default_paths(const std::string& home) {
  std::vector<std::string> paths = packs_in("rules");
  return paths.empty() ? packs_in(rules::packs_folder(home)) : paths;
}

void check_codes(const std::vector<std::string>& codes, text::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const lint::Check& check : lint::checks()) known.emplace_back(check.code);
  for (const std::string& code : codes) {
    if (lint::find_check(code)) continue;
    const auto near = text::nearest(code, known);
    diagnostics.error(
        "option-value", {}, fmt::format("`--only`: there is no check `{}`", code),
        near ? fmt::format("did you mean `{}`?", *near) : "`remit lint --list` lists the checks");
  }
}

LintPlan make_plan(const LintWords& words, const Terminal& terminal,
                   text::Diagnostics& diagnostics) {
  LintPlan plan;
  std::string home = words.home;
  plan.paths = words.paths;
  if (words.paths.empty() || !words.project.empty()) {
    if (const auto project = find_project(words.project, diagnostics)) {
      if (plan.paths.empty()) plan.paths = project->rules;
      if (home.empty()) home = project->home;
    }
  }
  plan.options.home = find_home(home, diagnostics);
  if (plan.paths.empty()) plan.paths = default_paths(plan.options.home);
  if (plan.paths.empty()) {
    diagnostics.error("no-rules", {}, "there are no rules here",
                      "give rule files, folders of them, or names of packs");
  }
  check_codes(words.only, diagnostics);
  const auto format = read_word("--format", words.format, lint::report_format_names(), diagnostics);
  if (format) plan.format = &lint::report_formats()[*format];
  plan.look = {terminal.out_colour && words.output.empty(), REMIT_VERSION};
  if (!diagnostics.has_errors()) {
    plan.report = Output::open(words.output, "--output", diagnostics);
  }
  return plan;
}

/// All checks with a line each.
std::string list_of_checks() {
  std::size_t width = 0;
  for (const lint::Check& check : lint::checks()) width = std::max(width, check.code.size());
  std::string all;
  for (const lint::Check& check : lint::checks()) {
    all += fmt::format("{:{}}  {}\n", check.code, width, check.about);
  }
  return all;
}

ExitStatus list(const LintWords& words, text::Diagnostics& diagnostics) {
  const auto out = Output::open(words.output, "--output", diagnostics);
  if (!out) return ExitStatus::kWrongInput;
  out->stream() << list_of_checks();
  return out->finish(diagnostics) ? ExitStatus::kClean : ExitStatus::kWrongInput;
}

ExitStatus inspect(const LintWords& words, const Terminal& terminal,
                   text::Diagnostics& diagnostics) {
  const LintPlan plan = make_plan(words, terminal, diagnostics);
  if (diagnostics.has_errors()) return ExitStatus::kWrongInput;
  const lint::Run run = lint::run(plan.paths, words.only, plan.options, rules::DiskReader());
  plan.format->write(run, plan.look, plan.report->stream());
  if (!plan.report->finish(diagnostics) || run.found.has_errors()) return ExitStatus::kWrongInput;
  return words.strict && !run.found.all().empty() ? ExitStatus::kBreaches : ExitStatus::kClean;
}

ExitStatus lint_rules(const LintWords& words) {
  const Terminal terminal = look_at_terminal();
  text::Diagnostics diagnostics;
  const ExitStatus status =
      words.list ? list(words, diagnostics) : inspect(words, terminal, diagnostics);
  tell(text::render(diagnostics, terminal.error_colour));
  return status;
}

}  // namespace

std::function<ExitStatus()> declare_lint(CLI::App& app) {
  const auto words = std::make_shared<LintWords>();
  declare_options(app, *words);
  app.footer(std::string(lint_footer()));
  return [words] { return lint_rules(*words); };
}

}  // namespace remit::cli
