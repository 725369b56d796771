#include <memory>
#include <sstream>

#include <fmt/format.h>

#include "cli/check_options.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/log.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "remit/audit.h"
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
    report::write_counts(audit, options, out->stream());
    return out->finish(diagnostics);
  }
  if (shown->format->for_people) return true;
  std::ostringstream text;
  options.colour = terminal.error_colour;
  report::write_counts(audit, options, text);
  tell(text.str());
  return true;
}

/// No file is put in its place before all of them are complete.
bool write_files(const findings::Audit& audit, const CheckPlan& plan, Outputs& outputs,
                 text::Diagnostics& diagnostics) {
  bool complete = true;
  for (std::size_t i = 0; i < plan.reports.size(); ++i) {
    const ReportTarget& target = plan.reports[i];
    target.format->write(audit, target.options, outputs.reports[i]->stream());
    complete = outputs.reports[i]->complete(diagnostics) && complete;
  }
  if (outputs.summary) {
    report::write_summary_json(audit, outputs.summary->stream());
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

AuditResult run_audit(CheckPlan& plan, const Terminal& terminal, text::Diagnostics& diagnostics) {
  Progress progress(terminal.error_is_terminal);
  progress.show("reading rules and data");
  plan.request.progress = [&](std::size_t done, std::size_t all) { progress.rules(done, all); };
  AuditResult result = audit(plan.request, diagnostics);
  plan.request.progress = nullptr;
  return result;
}

ExitStatus check(const CheckWords& words) {
  const Terminal terminal = look_at_terminal();
  text::Diagnostics diagnostics;
  if (words.verbose) start_log();
  std::optional<CheckPlan> plan = make_plan(words, terminal, diagnostics);
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
  log(fmt::format("rules evaluated: {}, findings: {}", result.audit->rules.size(),
                  result.audit->findings.size()));
  for (ReportTarget& target : plan->reports) target.options.background = result.background.get();
  text::Diagnostics writing;
  if (!write_all(*result.audit, *plan, terminal, outputs, writing)) {
    show(writing, terminal);
    return ExitStatus::kWrongInput;
  }
  log("everything written");
  const ExitStatus status = findings::exit_status(*result.audit, plan->thresholds);
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
