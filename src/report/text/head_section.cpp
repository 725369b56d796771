#include <algorithm>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/text/phrase.h"
#include "report/text/sections.h"

namespace remit::report::text {
namespace {

using findings::of;
using rules::Verdict;

std::string what_was_judged(const findings::Audit& audit) {
  std::size_t run = 0;
  std::size_t subjects = 0;
  std::size_t rows = 0;
  for (const findings::RuleResult& rule : audit.rules) {
    if (rule.was_run()) ++run;
    subjects += rule.tally.subjects;
  }
  for (const findings::DataCounts& counts : audit.data_counts) rows += counts.read;
  return fmt::format("{} on {} of {}: {} judged", counted(run, "rule"), counted(rows, "row"),
                     counted(audit.data_counts.size(), "table"), counted(subjects, "subject"));
}

/// `2 critical, 1 major`, the violations by severity.
std::string by_severity(const findings::Audit& audit) {
  std::vector<std::string> parts;
  for (const rules::Severity severity : findings::kAllSeverities) {
    std::size_t count = 0;
    for (const findings::RuleResult& rule : audit.rules) {
      if (rule.severity == severity) count += of(rule.found, Verdict::kViolation);
    }
    if (count > 0) parts.push_back(fmt::format("{} {}", number(count), findings::word(severity)));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

void write_totals(Page& page, const findings::Audit& audit) {
  const auto found = all_found(audit);
  const std::size_t violations = of(found, Verdict::kViolation);
  const std::size_t broken = static_cast<std::size_t>(
      std::count_if(audit.rules.begin(), audit.rules.end(),
                    [](const auto& rule) { return of(rule.found, Verdict::kViolation) > 0; }));
  if (violations == 0) {
    page.paragraph(audit.window ? "no violations in the audit window" : "no violations", 0,
                   Tone::kGood);
  } else {
    page.paragraph(fmt::format("{} of {} ({})", counted(violations, Verdict::kViolation),
                               counted(broken, "rule"), by_severity(audit)),
                   0, Tone::kBad);
  }
  const std::size_t unknown = of(found, Verdict::kUnknown);
  if (unknown > 0) {
    page.paragraph(number(unknown) + " unknown: data that the rules need is missing or bad", 0,
                   Tone::kDoubtful);
  }
  const std::size_t due = of(found, Verdict::kDue);
  if (due > 0) page.paragraph(number(due) + " due: not broken yet", 0, Tone::kComing);
  const std::size_t waived = of(found, Verdict::kWaived);
  if (waived > 0) {
    page.paragraph(number(waived) + " waived: broken, and covered by an approved waiver", 0);
  }
  if (!audit.data_findings.empty()) {
    page.paragraph(counted(audit.data_findings.size(), "data finding") +
                       ": cells and rows that could not be taken as they stand",
                   0, Tone::kDoubtful);
  }
}

void write_limits(Page& page, const findings::Audit& audit) {
  if (audit.baseline) {
    page.paragraph(fmt::format("against {} as of {}: {}", audit.baseline->file,
                               value::to_string(audit.baseline->as_of), counted(*audit.baseline)),
                   0);
  }
  if (audit.window) {
    page.paragraph(fmt::format("audit window {}: {} outside it left out", when(*audit.window),
                               counted(audit.outside, "finding")),
                   0);
  }
  const std::string left_out = counted(count_listed(page, audit).left_out);
  if (!left_out.empty()) {
    page.paragraph(
        fmt::format("found but not listed here, by the verdicts and severity asked for: {}",
                    left_out),
        0);
  }
}

}  // namespace

std::array<std::size_t, rules::kVerdicts> all_found(const findings::Audit& audit) {
  std::array<std::size_t, rules::kVerdicts> sums{};
  for (const findings::RuleResult& rule : audit.rules) {
    for (const Verdict verdict : findings::kAllVerdicts) {
      of(sums, verdict) += of(rule.found, verdict);
    }
  }
  return sums;
}

Listing count_listed(const Page& page, const findings::Audit& audit) {
  Listing listing;
  for (const findings::Finding& finding : audit.findings) {
    const Verdict verdict = finding.outcome.verdict;
    if (page.options().selection.lists(audit, finding)) {
      ++listing.listed;
    } else if (verdict == Verdict::kViolation || verdict == Verdict::kUnknown ||
               verdict == Verdict::kDue) {
      ++of(listing.left_out, verdict);
    }
  }
  return listing;
}

void write_head(Page& page, const findings::Audit& audit) {
  std::string title = audit.ruleset;
  if (!audit.version.empty()) title += " " + audit.version;
  page.paragraph(title + ", as of " + value::to_string(audit.as_of), 0, Tone::kStrong);
  page.paragraph("data: " + audit.data, 0);
  page.paragraph(what_was_judged(audit), 0);
  page.line();
  write_totals(page, audit);
  write_limits(page, audit);
}

}  // namespace remit::report::text
