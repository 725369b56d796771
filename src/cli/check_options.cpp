#include "cli/check_options.h"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>
#include <CLI/Validators.hpp>

#include "cli/home.h"
#include "cli/option_values.h"

namespace remit::cli {
namespace {

/// An unset variable of a shell must not turn an option off without a word.
CLI::Validator not_empty() {
  return {[](const std::string& value) {
            return value.empty() ? "is empty: give a name, or leave the option out" : "";
          },
          ""};
}

void declare_input(CLI::App& app, CheckWords& words) {
  constexpr const char* kGroup = "What to audit (all three are needed)";
  app.add_option("--rules", words.rules,
                 "rule set files, folders of them, or names of\npacks that come with remit")
      ->type_name("R")
      ->group(kGroup);
  app.add_option("--data", words.data, "folder with the CSV files of the export")
      ->type_name("DIR")
      ->group(kGroup);
  app.add_option("--as-of", words.as_of,
                 "judge everything as it stood at the end of\nthis day, YYYY-MM-DD")
      ->type_name("DATE")
      ->group(kGroup);
  app.add_option("--complete", words.complete,
                 "from this day on no row of the table is lacking\n(without a day: none ever was); "
                 "earlier days are\nunknown to rules that read it, and only then can\nan empty "
                 "table accuse")
      ->type_name("TABLE=DATE")
      ->group("What is known of the data");
}

void declare_rules(CLI::App& app, CheckWords& words) {
  constexpr const char* kGroup = "Which rules, and how strict";
  app.add_option("--rule", words.only, "only these rules, by id (several: a,b)")
      ->type_name("ID")
      ->delimiter(',')
      ->group(kGroup);
  app.add_option("--set", words.parameters, "give a parameter of the rules another value")
      ->type_name("NAME=VALUE")
      ->group(kGroup);
  app.add_option("--home", words.home,
                 "folder with the models, calendars and packs\nthat rule sets name (else "
                 "REMIT_HOME, else\nwhat came with the program)")
      ->check(not_empty())
      ->type_name("DIR")
      ->group(kGroup);
}

void declare_listing(CLI::App& app, CheckWords& words) {
  constexpr const char* kGroup = "Which findings are listed (counts stay whole)";
  app.add_option("--verdicts", words.verdicts,
                 "violation, unknown, due, waived, pass,\nnot_applicable, or all; by default the "
                 "first\nthree")
      ->type_name("V")
      ->delimiter(',')
      ->group(kGroup);
  app.add_option("--severity", words.severity,
                 "only rules at least as severe: critical,\nmajor, minor or info")
      ->type_name("S")
      ->group(kGroup);
  app.add_option("--window", words.window,
                 "only findings whose period or due date meets\nthese days (FROM..TO, both "
                 "inside); what lies\noutside does not fail the run either")
      ->type_name("FROM..TO")
      ->group(kGroup);
}

void declare_output(CLI::App& app, CheckWords& words) {
  constexpr const char* kGroup = "How they are written";
  std::string formats;
  for (const report::Format& format : report::formats()) {
    formats += fmt::format("{}{}: {}", formats.empty() ? "" : "\n", format.name, format.about);
  }
  app.add_option("--format", words.format, formats + "\n(by default text)")
      ->type_name("F")
      ->group(kGroup);
  app.add_option("--output", words.output, "write to a file instead of standard output")
      ->check(not_empty())
      ->type_name("FILE")
      ->group(kGroup);
  app.add_option("--summary", words.summary, "write the counts to a file too, as JSON")
      ->check(not_empty())
      ->type_name("FILE")
      ->group(kGroup);
  app.add_option("--limit", words.limit,
                 "list at most so many findings of a rule in a\ntext; 0 lists all (by default 20 "
                 "on a\nterminal, all elsewhere)")
      ->type_name("N")
      ->group(kGroup);
  app.add_option("--width", words.width, "columns of a text; by default the terminal's")
      ->type_name("N")
      ->group(kGroup);
  app.add_flag("-v,--verbose", words.verbose, "say on standard error what is done")->group(kGroup);
}

void declare_status(CLI::App& app, CheckWords& words) {
  constexpr const char* kGroup = "What makes the run fail";
  app.add_option("--fail-on", words.fail_on,
                 "violations of rules at least as severe:\ncritical, major, minor (default) or "
                 "info")
      ->type_name("S")
      ->group(kGroup);
  app.add_flag("--fail-on-unknown", words.fail_on_unknown,
               "unknowns of such rules too: what cannot be\njudged is not taken for right")
      ->group(kGroup);
  app.add_option("--data-errors", words.data_errors,
                 "fail (default): findings in the data give\nstatus 3; warn: they are listed and "
                 "the run stands")
      ->type_name("fail|warn")
      ->group(kGroup);
}

void require(bool given, const std::string& option, const std::string& why, const std::string& help,
             text::Diagnostics& diagnostics) {
  if (given) return;
  diagnostics.error("option-missing", {}, fmt::format("`{}` is missing: {}", option, why), help);
}

void check_needed(const CheckWords& words, text::Diagnostics& diagnostics) {
  require(!words.rules.empty(), "--rules", "there is nothing to judge by",
          "name a rule set, as in `--rules england-children` or `--rules my-rules.yaml`",
          diagnostics);
  require(!words.data.empty(), "--data", "there is nothing to judge",
          "name the folder of the export, as in `--data export/`", diagnostics);
  require(!words.as_of.empty(), "--as-of",
          "remit does not look at the clock, so that a run can be repeated and gives the same",
          "name the day that the export was made, as in `--as-of 2026-09-30`", diagnostics);
}

void read_request(const CheckWords& words, CheckPlan& plan, text::Diagnostics& diagnostics) {
  Request& request = plan.request;
  request.rules = words.rules;
  request.data = words.data;
  if (!words.as_of.empty()) {
    request.as_of = read_date("--as-of", words.as_of, diagnostics).value_or(value::Date{});
  }
  request.parameters = read_assignments(words.parameters, diagnostics);
  request.complete = read_complete(words.complete, diagnostics);
  request.only = words.only;
  request.verdicts = read_verdicts(words.verdicts, diagnostics);
  if (!words.window.empty()) request.window = read_window(words.window, diagnostics);
}

void read_report(const CheckWords& words, const Terminal& terminal, CheckPlan& plan,
                 text::Diagnostics& diagnostics) {
  const bool on_terminal = words.output.empty() && terminal.out_is_terminal;
  report::Options& options = plan.report;
  options.colour = on_terminal && terminal.out_colour;
  options.width = terminal.width;
  options.limit = on_terminal ? 20 : 0;
  if (!words.width.empty()) {
    options.width = read_count("--width", words.width, diagnostics).value_or(0);
  }
  if (!words.limit.empty()) {
    options.limit = read_count("--limit", words.limit, diagnostics).value_or(0);
  }
  if (!plan.request.verdicts.empty()) options.selection.verdicts = plan.request.verdicts;
  options.selection.least =
      read_severity("--severity", words.severity, diagnostics).value_or(rules::Severity::kInfo);
  const auto format = read_word("--format", words.format, report::format_names(), diagnostics);
  if (format) plan.format = &report::formats()[*format];
}

void read_thresholds(const CheckWords& words, CheckPlan& plan, text::Diagnostics& diagnostics) {
  plan.thresholds.fail_on =
      read_severity("--fail-on", words.fail_on, diagnostics).value_or(rules::Severity::kMinor);
  plan.thresholds.unknowns_fail = words.fail_on_unknown;
  const auto choice = read_word("--data-errors", words.data_errors, {"fail", "warn"}, diagnostics);
  plan.thresholds.data_findings_fail = !choice || *choice == 0;
}

/// Whether a file is one that the run reads: rules and models are YAML, the export is CSV.
bool is_input(const std::filesystem::path& target, const CheckWords& words) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(target, error)) return false;
  const std::string ending = target.extension().string();
  if (ending == ".yaml" || ending == ".yml") return true;
  const auto folder = target.has_parent_path() ? target.parent_path() : ".";
  return ending == ".csv" && std::filesystem::equivalent(folder, words.data, error);
}

void check_target(const std::string& target, const std::string& option, const CheckWords& words,
                  text::Diagnostics& diagnostics) {
  if (target.empty() || !is_input(target, words)) return;
  diagnostics.error("option", {}, fmt::format("`{} {}` would overwrite an input", option, target),
                    "name another file");
}

}  // namespace

void declare_options(CLI::App& app, CheckWords& words) {
  declare_input(app, words);
  declare_rules(app, words);
  declare_listing(app, words);
  declare_output(app, words);
  declare_status(app, words);
}

std::optional<CheckPlan> make_plan(const CheckWords& words, const Terminal& terminal,
                                   text::Diagnostics& diagnostics) {
  CheckPlan plan;
  check_needed(words, diagnostics);
  read_request(words, plan, diagnostics);
  read_report(words, terminal, plan, diagnostics);
  read_thresholds(words, plan, diagnostics);
  plan.output = words.output == "-" ? "" : words.output;
  plan.summary = words.summary;
  if (!plan.summary.empty() && plan.summary == plan.output) {
    diagnostics.error("option", {}, "`--output` and `--summary` name the same file",
                      "name two files");
  }
  check_target(plan.output, "--output", words, diagnostics);
  check_target(plan.summary, "--summary", words, diagnostics);
  plan.request.home = find_home(words.home, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return plan;
}

}  // namespace remit::cli
