#include <algorithm>
#include <memory>
#include <sstream>

#include <fmt/format.h>

#include "cli/check_options.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/project.h"
#include "findings/verdict.h"
#include "remit/audit.h"
#include "report/published.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

/// Opened before the work is done, so that nobody waits for a report that cannot be written.
struct Outputs {
  std::vector<std::unique_ptr<Output>> reports;  ///< one for each of CheckPlan::reports
  std::unique_ptr<Output> summary;               ///< null where none was asked for
};

void show(const text::Diagnostics& diagnostics, const Terminal& terminal) {
  tell(text::render(diagnostics, terminal.error_colour));
}

bool open_outputs(const CheckPlan& plan, Outputs& outputs, text::Diagnostics& diagnostics) {
  for (const ReportTarget& target : plan.reports) {
    outputs.reports.push_back(Output::open(target.path, "--output", diagnostics));
  }
  if (!plan.summary.empty()) {
    outputs.summary = Output::open(plan.summary, "--summary", diagnostics);
  }
  return !diagnostics.has_errors();
}

/// The counts, as far as they may be known.
void write_counts(const findings::Audit& audit, const CheckPlan& plan,
                  const report::Options& options, std::ostream& out) {
  if (plan.least == 0) return report::write_counts(audit, options, out);
  report::write_published_text(audit, findings::publish(audit, plan.least), options, out);
}

void write_report(const findings::Audit& audit, const CheckPlan& plan, const ReportTarget& target,
                  std::ostream& out) {
  if (plan.least == 0) return target.format->write(audit, target.options, out);
  report::find_published(target.format->name)
      ->write(audit, findings::publish(audit, plan.least), target.options, out);
}

void write_summary(const findings::Audit& audit, const CheckPlan& plan, std::ostream& out) {
  if (plan.least == 0) return report::write_summary_json(audit, out);
  report::write_published_json(audit, findings::publish(audit, plan.least), plan.report, out);
}

/// The counts go where no findings go: on standard output beside files, else on standard error
/// beside findings that a program reads.
bool write_counts(const findings::Audit& audit, const CheckPlan& plan, const Terminal& terminal,
                  text::Diagnostics& diagnostics) {
  report::Options options = plan.report;
  if (!plan.width_given) options.width = terminal.width;
  const ReportTarget* shown = on_standard_output(plan.reports);
  if (!shown) {
    const auto out = Output::open("", "", diagnostics);
    options.colour = terminal.out_colour;
    write_counts(audit, plan, options, out->stream());
    return out->finish(diagnostics);
  }
  if (shown->format->for_people || plan.least > 0) return true;
  std::ostringstream text;
  options.colour = terminal.error_colour;
  write_counts(audit, plan, options, text);
  tell(text.str());
  return true;
}

/// No file is put in its place before all of them are complete.
bool write_files(const findings::Audit& audit, const CheckPlan& plan, Outputs& outputs,
                 text::Diagnostics& diagnostics) {
  bool complete = true;
  for (std::size_t i = 0; i < plan.reports.size(); ++i) {
    const ReportTarget& target = plan.reports[i];
    write_report(audit, plan, target, outputs.reports[i]->stream());
    complete = outputs.reports[i]->complete(diagnostics) && complete;
  }
  if (outputs.summary) {
    write_summary(audit, plan, outputs.summary->stream());
    complete = outputs.summary->complete(diagnostics) && complete;
  }
  if (!complete) return false;
  for (const auto& report : outputs.reports) complete = report->place(diagnostics) && complete;
  return (!outputs.summary || outputs.summary->place(diagnostics)) && complete;
}

bool write_all(const findings::Audit& audit, const CheckPlan& plan, const Terminal& terminal,
               Outputs& outputs, text::Diagnostics& diagnostics) {
  const bool written = write_files(audit, plan, outputs, diagnostics);
  return write_counts(audit, plan, terminal, diagnostics) && written;
}

/// Says why the run fails where the counts may not be known.
void explain_suppressed(const findings::Audit& audit, const CheckPlan& plan, ExitStatus status) {
  const auto& most = plan.thresholds.most_unknown;
  if (most && findings::unknown_percent(audit) > *most) {
    tell("remit: more of the subjects are unknown than `--max-unknown` allows\n");
  }
  if (status == ExitStatus::kWrongData) {
    tell(
        "remit: there are data findings, so the exit status is 3 (`--data-errors=warn` lets the "
        "run stand)\n");
  }
}

void explain_unknown(const findings::Audit& audit, const findings::Thresholds& thresholds) {
  const double percent = findings::unknown_percent(audit);
  if (!thresholds.most_unknown || percent <= *thresholds.most_unknown) return;
  tell(
      fmt::format("remit: {:.2f}% of the subjects that rules apply to are unknown, more than "
                  "`--max-unknown` allows ({}%)\n",
                  percent, *thresholds.most_unknown));
}

void explain_status(const findings::Audit& audit, ExitStatus status) {
  if (status != ExitStatus::kWrongData) return;
  const std::size_t count = audit.data_findings.size();
  tell(
      fmt::format("remit: {} data finding{}, so the exit status is 3 (`--data-errors=warn` lets "
                  "the run stand)\n",
                  count, count == 1 ? "" : "s"));
}

/// What a baseline leaves out would all seem new: it has to list at least what this run does.
bool check_baseline(const findings::Audit& audit, const CheckPlan& plan,
                    text::Diagnostics& diagnostics) {
  if (!audit.baseline) return true;
  const findings::Baseline& baseline = *audit.baseline;
  const auto complain = [&](const std::string& what, const std::string& help) {
    diagnostics.error("baseline", {}, fmt::format("`--baseline`: {}: {}", baseline.file, what),
                      help);
    return false;
  };
  rules::Severity least = plan.report.selection.least;
  if (plan.thresholds.fail_on_new) least = std::min(least, *plan.thresholds.fail_on_new);
  if (baseline.least > least) {
    return complain(fmt::format("it lists rules at least as severe as {}, and this run needs {}",
                                findings::word(baseline.least), findings::word(least)),
                    fmt::format("write one with `--severity {}`", findings::word(least)));
  }
  for (const rules::Verdict verdict :
       {rules::Verdict::kViolation, rules::Verdict::kUnknown, rules::Verdict::kDue}) {
    const auto lists = [&](const std::vector<rules::Verdict>& all) {
      return std::find(all.begin(), all.end(), verdict) != all.end();
    };
    const bool fails = plan.thresholds.fail_on_new &&
                       (verdict == rules::Verdict::kViolation ||
                        (verdict == rules::Verdict::kUnknown && plan.thresholds.unknowns_fail));
    if (lists(baseline.verdicts) || (!fails && !lists(plan.report.selection.verdicts))) continue;
    return complain(
        fmt::format("it does not list findings that are {}, and this run needs them",
                    verdict == rules::Verdict::kViolation ? "violations" : findings::word(verdict)),
        "write one without `--verdicts`");
  }
  return true;
}

AuditResult run_audit(CheckPlan& plan, const Terminal& terminal, text::Diagnostics& diagnostics) {
  Progress progress(terminal.error_is_terminal);
  progress.show("reading rules and data");
  plan.request.progress = [&](std::size_t done, std::size_t all) { progress.rules(done, all); };
  AuditResult result = audit(plan.request, diagnostics);
  plan.request.progress = nullptr;
  if (result.audit && !check_baseline(*result.audit, plan, diagnostics)) {
    return {std::nullopt, Obstacle::kRules};
  }
  return result;
}

ExitStatus check(const CheckWords& given) {
  const Terminal terminal = look_at_terminal();
  text::Diagnostics diagnostics;
  if (given.verbose) start_log();
  const CheckWords words = with_project(given, diagnostics);
  std::optional<CheckPlan> plan;
  if (!diagnostics.has_errors()) plan = make_plan(words, terminal, diagnostics);
  Outputs outputs;
  if (!plan || !open_outputs(*plan, outputs, diagnostics)) {
    show(diagnostics, terminal);
    return ExitStatus::kWrongInput;
  }
  log(fmt::format("models, calendars and packs from `{}`", plan->request.home));
  const AuditResult result = run_audit(*plan, terminal, diagnostics);
  show(diagnostics, terminal);
  if (!result.audit) {
    return result.obstacle == Obstacle::kData ? ExitStatus::kWrongData : ExitStatus::kWrongInput;
  }
  log(fmt::format("rules evaluated: {}", result.audit->rules.size()));
  if (plan->least == 0) log(fmt::format("findings: {}", result.audit->findings.size()));
  for (ReportTarget& target : plan->reports) target.options.background = result.background.get();
  text::Diagnostics writing;
  if (!write_all(*result.audit, *plan, terminal, outputs, writing)) {
    show(writing, terminal);
    return ExitStatus::kWrongInput;
  }
  log("everything written");
  const ExitStatus status = findings::exit_status(*result.audit, plan->thresholds);
  if (plan->least > 0) {
    explain_suppressed(*result.audit, *plan, status);
    return status;
  }
  explain_unknown(*result.audit, plan->thresholds);
  explain_status(*result.audit, status);
  return status;
}

}  // namespace

std::function<ExitStatus()> declare_check(CLI::App& app) {
  const auto words = std::make_shared<CheckWords>();
  declare_options(app, *words);
  app.footer(std::string(check_footer()));
  return [words] { return check(*words); };
}

}  // namespace remit::cli
