#include <memory>

#include <fmt/format.h>

#include "cases/reports/reports.h"
#include "cases/run.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/home.h"
#include "cli/option_values.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "cli/test_init.h"
#include "measure/reports/reports.h"
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
  std::string min_coverage;
  bool coverage = false;
  bool mutate = false;
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
  bool coverage = false;
  bool mutate = false;
  std::size_t min_coverage = 0;  ///< percent
};

/// What came of it.
struct TestResult {
  cases::Run run;
  std::optional<measure::Coverage> coverage;
  std::optional<measure::Mutants> mutants;
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
  declare_format(app, words.format, cases::report_formats(), "text");
  app.add_option("--output", words.output, "write to a file instead of standard output")
      ->type_name("FILE");
  app.add_option("--junit", words.junit, "write JUnit XML to a file besides")->type_name("FILE");
  app.add_option("--width", words.width, "columns of a text; by default the terminal's")
      ->type_name("N");
  app.add_option("--home", words.home,
                 "folder with the models, calendars and packs\nthat rule sets name")
      ->type_name("DIR");
  app.add_flag("--coverage", words.coverage,
               "say which conditions of the rules are never true,\nfalse or unknown in any case, "
               "and which phases,\n"
               "pauses and tolerances no case comes to");
  app.add_option("--min-coverage", words.min_coverage,
                 "fail below so many percent (with --coverage)")
      ->type_name("N");
  app.add_flag("--mutate", words.mutate,
               "change the rules as people get them wrong, and list\nthe changes that no case "
               "notices");
  app.add_flag("-v,--verbose", words.verbose,
               "name every case, and the subjects of its rules\nthat it says nothing of");
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

void read_measures(const TestWords& words, TestPlan& plan, text::Diagnostics& diagnostics) {
  plan.coverage = words.coverage;
  plan.mutate = words.mutate;
  if (!words.min_coverage.empty()) {
    plan.min_coverage =
        read_count("--min-coverage", words.min_coverage, diagnostics).value_or(plan.min_coverage);
    if (!words.coverage || plan.min_coverage > 100) {
      diagnostics.error("option", {}, "`--min-coverage` takes percents of what `--coverage` finds",
                        "write `--coverage --min-coverage 90`");
    }
  }
  const bool measured = words.coverage || words.mutate;
  if (measured && !words.init.empty()) {
    diagnostics.error("option", {}, "`--init` writes cases, and runs none to be measured",
                      "leave `--coverage` and `--mutate` out, and give them once cases are there");
  }
  if (measured && plan.format != nullptr && plan.format->name == "junit") {
    diagnostics.error("option", {}, "JUnit has no place for coverage and mutants",
                      "write the cases besides: `--junit FILE`, with `--format text` or `json`");
  }
}

TestPlan make_plan(const TestWords& words, const Terminal& terminal,
                   text::Diagnostics& diagnostics) {
  TestPlan plan;
  plan.home = find_home(words.home, diagnostics);
  plan.paths = words.paths.empty() ? default_packs(plan.home) : words.paths;
  plan.selection = {words.only, words.filter};
  read_look(words, terminal, plan, diagnostics);
  read_measures(words, plan, diagnostics);
  if (diagnostics.has_errors()) return plan;
  plan.report = Output::open(words.output, "--output", diagnostics);
  if (!words.junit.empty()) plan.junit = Output::open(words.junit, "--junit", diagnostics);
  return plan;
}

TestResult run_all(const TestPlan& plan, const Terminal& terminal, text::Diagnostics& diagnostics) {
  const rules::DiskReader reader;
  cases::RuleSets rule_sets(plan.home, reader);
  const auto sources = cases::find_case_files(plan.paths, plan.home, reader, diagnostics);
  const auto loaded = cases::load_chosen(sources, plan.selection, rule_sets, reader, diagnostics);
  Progress progress(terminal.error_is_terminal);
  const auto show = [&](const char* what) {
    return [&progress, what](std::size_t done, std::size_t all) {
      progress.show(fmt::format("{} {} of {}", what, done, all));
    };
  };
  TestResult result;
  result.run = cases::run(loaded, show("case"));
  if (!plan.coverage && !plan.mutate) return result;
  const auto targets = measure::targets_of(loaded);
  if (plan.coverage) result.coverage = measure::coverage_of(targets);
  if (plan.mutate) {
    result.mutants = measure::mutants_noticed(targets, loaded, show("mutants of rule"));
  }
  return result;
}

/// One document for programs; for people one text after the other.
void write_report(const TestResult& result, const TestPlan& plan, std::ostream& out) {
  const bool measured = result.coverage || result.mutants;
  if (!measured || plan.format->name != "json") plan.format->write(result.run, plan.look, out);
  if (!measured) return;
  if (plan.format->name == "json") {
    report::Json document = cases::to_json(result.run);
    if (result.coverage) document["coverage"] = measure::to_json(*result.coverage);
    if (result.mutants) document["mutation"] = measure::to_json(*result.mutants);
    out << report::json_text(document, 2) << '\n';
    return;
  }
  if (result.coverage) measure::write_text(*result.coverage, plan.look, out);
  if (result.mutants) measure::write_text(*result.mutants, plan.look, out);
}

bool write_all(const TestResult& result, TestPlan& plan, text::Diagnostics& diagnostics) {
  write_report(result, plan, plan.report->stream());
  bool written = plan.report->finish(diagnostics);
  if (plan.junit) {
    cases::write_junit(result.run, plan.look, plan.junit->stream());
    written = plan.junit->finish(diagnostics) && written;
  }
  return written;
}

/// Whether a case fails, a mutant survives, or too little is covered.
bool falls_short(const TestResult& result, const TestPlan& plan) {
  if (result.run.failed > 0) return true;
  if (result.mutants && result.mutants->unexplained() > 0) return true;
  return result.coverage &&
         measure::percent(result.coverage->seen, result.coverage->possible) < plan.min_coverage;
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
  const TestResult result = run_all(plan, terminal, diagnostics);
  show(diagnostics);
  if (result.run.cases() == 0) return ExitStatus::kWrongInput;
  text::Diagnostics writing;
  const bool written = write_all(result, plan, writing);
  show(writing);
  if (!written || diagnostics.has_errors() || result.run.wrong > 0) return ExitStatus::kWrongInput;
  return falls_short(result, plan) ? ExitStatus::kBreaches : ExitStatus::kClean;
}

}  // namespace

std::function<ExitStatus()> declare_test(CLI::App& app) {
  const auto words = std::make_shared<TestWords>();
  declare_options(app, *words);
  app.footer(std::string(test_footer()));
  return [words] { return test(*words); };
}

}  // namespace remit::cli
