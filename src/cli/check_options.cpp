#include "cli/check_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/choices.h"
#include "cli/option_values.h"
#include "findings/verdict.h"
#include "report/published.h"

namespace remit::cli {
namespace {

void declare_only(CLI::App& app, CheckWords& words) {
  app.add_option("--rule", words.only, "only these rules, by id (several: a,b)")
      ->type_name("ID")
      ->delimiter(',')
      ->group(std::string(kRulesGroup));
}

void declare_baseline(CLI::App& app, CheckWords& words) {
  app.add_option("--baseline", words.baseline,
                 "findings of a former run, as NDJSON: what is new,\nchanged, re-opened, unchanged "
                 "or fixed is marked")
      ->check(not_empty())
      ->type_name("FILE")
      ->group("What was found before");
}

void declare_listing(CLI::App& app, CheckWords& words) {
  constexpr const char* kGroup = "Which findings are listed (counts stay whole)";
  app.add_option("--verdicts", words.verdicts,
                 "violation, unknown, due, waived, pass,\nnot_applicable, or all; by default the "
                 "first\nthree")
      ->check(choices(verdict_choices()))
      ->type_name("V")
      ->delimiter(',')
      ->group(kGroup);
  app.add_option("--severity", words.severity,
                 "only rules at least as severe: critical,\nmajor, minor or info")
      ->check(choices(findings::severity_words()))
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
  declare_format(app, words.format, report::formats(), "what the ending of FILE says, else text")
      ->group(kGroup);
  app.add_option("-o,--output", words.outputs,
                 "write to a file instead of standard output, in\nthe format that its ending says; "
                 "can be given\nseveral times, `-` is standard output")
      ->check(not_empty())
      ->allow_extra_args(false)
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

void declare_suppression(CLI::App& app, CheckWords& words) {
  app.add_option("--suppress-below", words.suppress_below,
                 "for tables that are published: the counts alone,\nthose below N as `<N`, and `*` "
                 "for others from which\none of them could be reckoned")
      ->check(not_empty())
      ->type_name("N")
      ->group(std::string(kPrivacyGroup));
}

void declare_speed(CLI::App& app, CheckWords& words) {
  app.add_option("--threads", words.threads,
                 "work on so many threads; 0, and by default, as\nmany as the machine has. The "
                 "findings are the same")
      ->type_name("N")
      ->group("How fast");
}

void declare_status(CLI::App& app, CheckWords& words) {
  constexpr const char* kGroup = "What makes the run fail";
  app.add_option("--fail-on", words.fail_on,
                 "violations of rules at least as severe:\ncritical, major, minor (default) or "
                 "info")
      ->check(choices(findings::severity_words()))
      ->type_name("S")
      ->group(kGroup);
  app.add_option_function<std::vector<std::string>>(
         "--fail-on-new",
         [&words](const std::vector<std::string>& values) {
           words.fail_on_new = values.empty() ? "" : values.front();
         },
         "violations that were none in the baseline, of\nrules at least as severe (by default "
         "minor); others\nfail then only where --fail-on is given too")
      ->expected(0, 1)
      ->check(choices(findings::severity_words()))
      ->type_name("[S]")
      ->group(kGroup);
  app.add_flag("--fail-on-unknown", words.fail_on_unknown,
               "unknowns of such rules too: what cannot be\njudged is not taken for right")
      ->group(kGroup);
  app.add_option("--max-unknown", words.max_unknown,
                 "more unknown than so many percent of the subjects\nthat rules apply to, as in 2%")
      ->check(not_empty())
      ->type_name("N%")
      ->group(kGroup);
  app.add_option("--data-errors", words.data_errors,
                 "fail (default): findings in the data give\nstatus 3; warn: they are listed and "
                 "the run stands")
      ->check(choices({"fail", "warn"}))
      ->type_name("fail|warn")
      ->group(kGroup);
}

void read_request(const CheckWords& words, CheckPlan& plan, text::Diagnostics& diagnostics) {
  Request& request = plan.request;
  read_input(words, request, diagnostics);
  request.only = words.only;
  request.baseline = words.baseline;
  request.verdicts = read_verdicts(words.verdicts, diagnostics);
  if (!words.window.empty()) request.window = read_window(words.window, diagnostics);
}

/// More threads than any machine has would only take memory.
constexpr std::size_t kMostThreads = 1024;

void read_threads(const CheckWords& words, CheckPlan& plan, text::Diagnostics& diagnostics) {
  if (words.threads.empty()) return;
  const auto threads = read_count("--threads", words.threads, diagnostics);
  if (!threads) return;
  plan.request.threads = *threads;
  if (*threads <= kMostThreads) return;
  diagnostics.error("option", {},
                    fmt::format("`--threads`: {} is more than {}", *threads, kMostThreads),
                    "leave it out to use as many as the machine has");
}

void read_report(const CheckWords& words, CheckPlan& plan, text::Diagnostics& diagnostics) {
  report::Options& options = plan.report;
  plan.width_given = !words.width.empty();
  if (plan.width_given) {
    options.width = read_count("--width", words.width, diagnostics).value_or(0);
  }
  if (!words.limit.empty()) {
    options.limit = read_count("--limit", words.limit, diagnostics).value_or(0);
  }
  if (!plan.request.verdicts.empty()) options.selection.verdicts = plan.request.verdicts;
  if (words.severity.empty()) return;
  options.selection.least =
      read_severity("--severity", words.severity, diagnostics).value_or(rules::Severity::kInfo);
}

/// What a terminal is told besides: its width and colour, and not too much of one rule.
void fit_to_terminal(const CheckWords& words, const Terminal& terminal, CheckPlan& plan) {
  for (ReportTarget& target : plan.reports) {
    if (!target.path.empty()) continue;
    if (!plan.width_given) target.options.width = terminal.width;
    target.options.colour = terminal.out_colour;
    if (words.limit.empty() && terminal.out_is_terminal) target.options.limit = 20;
  }
}

void read_targets(const CheckWords& words, const Terminal& terminal, CheckPlan& plan,
                  text::Diagnostics& diagnostics) {
  plan.report.version = REMIT_VERSION;
  plan.reports = report_targets(words.outputs, words.format, plan.report, diagnostics);
  fit_to_terminal(words, terminal, plan);
  plan.summary = words.summary;
  for (const ReportTarget& target : plan.reports) {
    if (target.format && target.format->places) plan.request.places = true;
    if (target.format && target.format->background) plan.request.background = true;
    check_target(target.path, "--output", words, diagnostics);
    if (!plan.summary.empty() && plan.summary == target.path) {
      diagnostics.error("option", {}, "`--output` and `--summary` name the same file",
                        "name two files");
    }
  }
  check_target(plan.summary, "--summary", words, diagnostics);
}

void read_suppression(const CheckWords& words, CheckPlan& plan, text::Diagnostics& diagnostics) {
  if (words.suppress_below.empty()) return;
  const auto least = read_count("--suppress-below", words.suppress_below, diagnostics);
  if (!least) return;
  plan.least = *least;
  if (*least < 3) {
    diagnostics.error("option", {},
                      fmt::format("`--suppress-below {}`: a count that is shown as less than {} "
                                  "would be known",
                                  *least, *least),
                      "3 is the least; 5 and 10 are common");
  }
  for (const ReportTarget& target : plan.reports) {
    if (!target.format || report::find_published(target.format->name)) continue;
    diagnostics.error("option", {},
                      fmt::format("`--suppress-below`: the format {} lists findings, and cannot be "
                                  "published",
                                  target.format->name),
                      fmt::format("counts alone can be written as {}",
                                  fmt::join(report::published_names(), ", ")));
  }
}

/// Who asks for what is new alone does not want to fail by the rest.
void read_severities(const CheckWords& words, findings::Thresholds& thresholds,
                     text::Diagnostics& diagnostics) {
  constexpr const char* kDefault = "minor";
  if (words.fail_on_new) {
    const std::string& word = words.fail_on_new->empty() ? kDefault : *words.fail_on_new;
    thresholds.fail_on_new = read_severity("--fail-on-new", word, diagnostics);
    thresholds.fail_on.reset();
    if (words.baseline.empty()) {
      diagnostics.error("option-missing", {},
                        "`--fail-on-new` has nothing to compare with: `--baseline` is missing",
                        "name the findings of a former run, as in `--baseline findings.ndjson`");
    }
  }
  if (words.fail_on_new && words.fail_on.empty()) return;
  const std::string& word = words.fail_on.empty() ? kDefault : words.fail_on;
  thresholds.fail_on = read_severity("--fail-on", word, diagnostics);
}

void read_thresholds(const CheckWords& words, CheckPlan& plan, text::Diagnostics& diagnostics) {
  read_severities(words, plan.thresholds, diagnostics);
  plan.thresholds.unknowns_fail = words.fail_on_unknown;
  if (!words.max_unknown.empty()) {
    plan.thresholds.most_unknown = read_percent("--max-unknown", words.max_unknown, diagnostics);
  }
  if (words.data_errors.empty()) return;
  const auto choice = read_word("--data-errors", words.data_errors, {"fail", "warn"}, diagnostics);
  plan.thresholds.data_findings_fail = !choice || *choice == 0;
}

}  // namespace

void declare_options(CLI::App& app, CheckWords& words) {
  declare_input(app, words);
  declare_pseudonyms(app, words);
  declare_suppression(app, words);
  declare_only(app, words);
  declare_rules(app, words);
  declare_waivers(app, words);
  declare_baseline(app, words);
  declare_listing(app, words);
  declare_output(app, words);
  declare_status(app, words);
  declare_speed(app, words);
}

std::optional<CheckPlan> make_plan(const CheckWords& words, const Terminal& terminal,
                                   text::Diagnostics& diagnostics) {
  CheckPlan plan;
  read_request(words, plan, diagnostics);
  read_report(words, plan, diagnostics);
  read_thresholds(words, plan, diagnostics);
  read_threads(words, plan, diagnostics);
  read_targets(words, terminal, plan, diagnostics);
  read_suppression(words, plan, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return plan;
}

}  // namespace remit::cli
