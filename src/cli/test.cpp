#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "cases/reports/reports.h"
#include "cases/run.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/home.h"
#include "cli/option_values.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "cli/test_init.h"
#include "rules/references.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

/// The words that were typed after `remit test`.
struct TestWords {
  std::vector<std::string> paths;
  std::vector<std::string> only;
  std::string filter;
  std::string init;
  std::string format = "text";
  std::string output;
  std::string junit;
  std::string width;
  std::string home;
  bool verbose = false;
};

/// What they mean, and where it goes. Outputs are opened before the work is done.
struct TestPlan {
  std::string home;
  std::vector<std::string> paths;
  cases::Selection selection;
  const cases::ReportFormat* format = nullptr;
  cases::ReportOptions look;
  std::unique_ptr<Output> report;
  std::unique_ptr<Output> junit;
};

void declare_options(CLI::App& app, TestWords& words) {
  app.add_option("PATH", words.paths,
                 "case files, rule files, folders, or names of packs;\nby default the packs in "
                 "./rules, else those that\ncome with remit");
  app.add_option("--only", words.only,
                 "only what is expected of these rules, by id\n(several: a,b)")
      ->type_name("ID")
      ->delimiter(',');
  app.add_option("--filter", words.filter, "only cases with this text in their name")
      ->type_name("TEXT");
  app.add_option("--init", words.init,
                 "run nothing; write cases for this rule, at each\nof its bounds, for you to check "
                 "and keep (PATH:\nrule files, folders, or names of packs)")
      ->type_name("ID");
  std::string formats;
  for (const cases::ReportFormat& format : cases::report_formats()) {
    formats += fmt::format("{}{}: {}", formats.empty() ? "" : "\n", format.name, format.about);
  }
  app.add_option("--format", words.format, formats + "\n(by default text)")->type_name("F");
  app.add_option("--output", words.output, "write to a file instead of standard output")
      ->type_name("FILE");
  app.add_option("--junit", words.junit, "write JUnit XML to a file besides")->type_name("FILE");
  app.add_option("--width", words.width, "columns of a text; by default the terminal's")
      ->type_name("N");
  app.add_option("--home", words.home,
                 "folder with the models, calendars and packs\nthat rule sets name")
      ->type_name("DIR");
  app.add_flag("-v,--verbose", words.verbose,
               "name every case, and the subjects of its rules\nthat it says nothing of");
}

/// The packs where we are, else those that came with the program.
std::vector<std::string> default_paths(const std::string& home) {
  std::error_code error;
  if (std::filesystem::is_directory("rules", error)) return {"rules"};
  return {rules::packs_folder(home)};
}

void read_look(const TestWords& words, const Terminal& terminal, TestPlan& plan,
               text::Diagnostics& diagnostics) {
  const auto format =
      read_word("--format", words.format, cases::report_format_names(), diagnostics);
  if (format) plan.format = &cases::report_formats()[*format];
  plan.look.width = terminal.width;
  plan.look.colour = terminal.out_colour && words.output.empty();
  plan.look.verbose = words.verbose;
  if (!words.width.empty()) {
    plan.look.width = read_count("--width", words.width, diagnostics).value_or(terminal.width);
  }
}

TestPlan make_plan(const TestWords& words, const Terminal& terminal,
                   text::Diagnostics& diagnostics) {
  TestPlan plan;
  plan.home = find_home(words.home, diagnostics);
  plan.paths = words.paths.empty() ? default_paths(plan.home) : words.paths;
  plan.selection = {words.only, words.filter};
  read_look(words, terminal, plan, diagnostics);
  if (diagnostics.has_errors()) return plan;
  plan.report = Output::open(words.output, "--output", diagnostics);
  if (!words.junit.empty()) plan.junit = Output::open(words.junit, "--junit", diagnostics);
  return plan;
}

cases::Run run_cases(const TestPlan& plan, const Terminal& terminal,
                     text::Diagnostics& diagnostics) {
  const rules::DiskReader reader;
  cases::RuleSets rule_sets(plan.home, reader);
  const auto sources = cases::find_case_files(plan.paths, plan.home, reader, diagnostics);
  const auto loaded = cases::load_chosen(sources, plan.selection, rule_sets, reader, diagnostics);
  Progress progress(terminal.error_is_terminal);
  return cases::run(loaded, [&](std::size_t done, std::size_t all) {
    progress.show(fmt::format("case {} of {}", done, all));
  });
}

bool write_all(const cases::Run& run, TestPlan& plan, text::Diagnostics& diagnostics) {
  plan.format->write(run, plan.look, plan.report->stream());
  bool written = plan.report->finish(diagnostics);
  if (plan.junit) {
    cases::write_junit(run, plan.look, plan.junit->stream());
    written = plan.junit->finish(diagnostics) && written;
  }
  return written;
}

ExitStatus test(const TestWords& words) {
  const Terminal terminal = look_at_terminal();
  const auto show = [&](const text::Diagnostics& diagnostics) {
    tell(text::render(diagnostics, terminal.error_colour));
  };
  text::Diagnostics diagnostics;
  TestPlan plan = make_plan(words, terminal, diagnostics);
  if (diagnostics.has_errors()) {
    show(diagnostics);
    return ExitStatus::kWrongInput;
  }
  if (!words.init.empty()) {
    return init_cases(words.init, plan.paths, plan.home, *plan.report, terminal);
  }
  const cases::Run run = run_cases(plan, terminal, diagnostics);
  show(diagnostics);
  if (run.cases() == 0) return ExitStatus::kWrongInput;
  text::Diagnostics writing;
  const bool written = write_all(run, plan, writing);
  show(writing);
  if (!written || diagnostics.has_errors() || run.wrong > 0) return ExitStatus::kWrongInput;
  return run.failed > 0 ? ExitStatus::kBreaches : ExitStatus::kClean;
}

}  // namespace

std::function<ExitStatus()> declare_test(CLI::App& app) {
  const auto words = std::make_shared<TestWords>();
  declare_options(app, *words);
  app.footer(std::string(test_footer()));
  return [words] { return test(*words); };
}

}  // namespace remit::cli
