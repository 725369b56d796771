#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/finding_row.h"
#include "report/format.h"
#include "report/text/phrase.h"
#include "report/xml_text.h"

namespace remit::report {
namespace {

using findings::of;
using rules::Verdict;

/// A text on one line in which nothing is markup, a mention or a reference.
std::string escaped(std::string_view text) {
  constexpr std::string_view kMarks = "\\`*_[]{}()>|~!#";
  std::string result;
  for (const char c : xml_characters(text)) {
    if (c == '\n' || c == '\r' || c == '\t') {
      result += ' ';
    } else if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else if (c == '@') {
      result += "&#64;";
    } else if (kMarks.find(c) != std::string_view::npos) {
      result += std::string("\\") + c;
    } else {
      result += c;
    }
  }
  return result;
}

struct Group {
  const findings::RuleResult* rule = nullptr;
  std::vector<const findings::Finding*> findings;
};

/// The rules that have listed findings, the most severe first.
std::vector<Group> group(const findings::Audit& audit, const Options& options) {
  std::vector<Group> groups(audit.rules.size());
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i].rule = &audit.rules[i];
  for (const findings::Finding& finding : audit.findings) {
    if (!options.selection.lists(audit, finding)) continue;
    groups[finding.outcome.rule].findings.push_back(&finding);
  }
  std::erase_if(groups, [](const Group& each) { return each.findings.empty(); });
  std::stable_sort(groups.begin(), groups.end(), [](const Group& left, const Group& right) {
    return left.rule->severity > right.rule->severity;
  });
  return groups;
}

void write_head(const findings::Audit& audit, std::ostream& out) {
  std::array<std::size_t, rules::kVerdicts> found{};
  for (const findings::RuleResult& rule : audit.rules) {
    for (const Verdict verdict : findings::kAllVerdicts)
      of(found, verdict) += of(rule.found, verdict);
  }
  const std::string version = audit.version.empty() ? "" : " " + escaped(audit.version);
  out << fmt::format("## {}{}, as of {}\n\n", escaped(audit.ruleset), version,
                     value::to_string(audit.as_of));
  const std::string counts = text::counted(found);
  out << "**" << (counts.empty() ? "nothing found" : counts) << "**";
  if (!audit.data_findings.empty()) {
    out << ", " << text::counted(audit.data_findings.size(), "data finding");
  }
  if (audit.window) out << ", in the audit window " << text::when(*audit.window);
  if (audit.baseline) {
    out << fmt::format("\n\nSince {}: {}", value::to_string(audit.baseline->as_of),
                       text::counted(*audit.baseline));
  }
  out << "\n\n";
}

void write_overview(const std::vector<Group>& groups, std::ostream& out) {
  if (groups.empty()) return;
  out << "| severity | rule | violation | unknown | due | waived |\n|---|---|--:|--:|--:|--:|\n";
  for (const Group& group : groups) {
    const findings::RuleResult& rule = *group.rule;
    out << fmt::format("| {} | {} {} | {} | {} | {} | {} |\n", findings::word(rule.severity),
                       escaped(rule.id), escaped(rule.title), of(rule.found, Verdict::kViolation),
                       of(rule.found, Verdict::kUnknown), of(rule.found, Verdict::kDue),
                       of(rule.found, Verdict::kWaived));
  }
  out << "\n";
}

void write_finding(const findings::Audit& audit, const findings::Finding& finding,
                   std::ostream& out) {
  const FindingRow row = row_of(audit, finding);
  std::string what = escaped(row.message);
  if (!row.needs.empty()) what += "<br>needs: " + escaped(row.needs);
  if (!row.waived_by.empty()) {
    what += fmt::format("<br>waived by {} until {}: {}", escaped(row.waived_by),
                        value::to_string(*row.waived_until), escaped(row.waived_because));
  }
  if (const findings::History* history = findings::history_of(audit, finding)) {
    what += "<br>" + escaped(text::told(*history));
  }
  out << fmt::format("| {} | {} | {} | {} |\n", row.verdict, escaped(row.key),
                     text::when(finding.outcome, audit.as_of), what);
}

void write_group(const findings::Audit& audit, const Options& options, const Group& group,
                 std::ostream& out) {
  const findings::RuleResult& rule = *group.rule;
  const std::size_t all = group.findings.size();
  const std::size_t shown = options.limit == 0 ? all : std::min(options.limit, all);
  out << fmt::format("<details>\n<summary>{} {}: {}</summary>\n\n", escaped(rule.id),
                     escaped(rule.title), text::counted(all, "finding"));
  for (const findings::Authority& source : rule.sources) {
    out << escaped(text::cited(source)) << "\n\n";
  }
  if (!rule.remedy.empty()) out << "To do: " << escaped(rule.remedy) << "\n\n";
  out << fmt::format("| verdict | {} | when | what |\n|---|---|---|---|\n",
                     escaped(group.findings.front()->outcome.subject.entity));
  for (std::size_t i = 0; i < shown; ++i) write_finding(audit, *group.findings[i], out);
  if (shown < all) out << fmt::format("\n... and {} more\n", text::number(all - shown));
  out << "\n</details>\n\n";
}

std::string place(const std::string& file, std::size_t line) {
  return line == 0 ? file : fmt::format("{}:{}", file, line);
}

/// What the baseline has and this run does not, but for what was fixed before it.
void write_past(const findings::Audit& audit, const Options& options, std::ostream& out) {
  std::vector<const findings::PastFinding*> listed;
  for (const findings::PastFinding& finding : audit.past) {
    if (!finding.earlier && options.selection.lists(finding)) listed.push_back(&finding);
  }
  if (listed.empty()) return;
  const std::size_t all = listed.size();
  const std::size_t shown = options.limit == 0 ? all : std::min(options.limit, all);
  out << "<details>\n<summary>No longer there: " << text::counted(all, "finding")
      << "</summary>\n\n| state | rule | subject | was | first seen | what |\n"
      << "|---|---|---|---|---|---|\n";
  for (std::size_t i = 0; i < shown; ++i) {
    const FindingRow row = row_of(audit, *listed[i]);
    out << fmt::format("| {} | {} | {} | {} | {} | {} |\n", text::said(listed[i]->history.state),
                       escaped(row.rule), escaped(row.key), escaped(row.former),
                       value::to_string(*row.first_seen), escaped(row.message));
  }
  if (shown < all) out << fmt::format("\n... and {} more\n", text::number(all - shown));
  out << "\n</details>\n\n";
}

void write_besides(const findings::Audit& audit, const Options& options, std::ostream& out) {
  const std::size_t all = audit.data_findings.size();
  const std::size_t shown = options.limit == 0 ? all : std::min(options.limit, all);
  if (all > 0) out << "### Data findings\n\n";
  for (std::size_t i = 0; i < shown; ++i) {
    const findings::DataFinding& finding = audit.data_findings[i];
    const std::string where = place(finding.file, finding.line);
    out << fmt::format("- {}{}{}: {}\n", escaped(finding.code), where.empty() ? "" : " ",
                       escaped(where), escaped(finding.message));
  }
  if (shown < all) out << fmt::format("- ... and {} more\n", text::number(all - shown));
  if (all > 0) out << "\n";
  if (audit.waiver_findings.empty()) return;
  out << "### Waivers\n\n";
  for (const findings::WaiverFinding& finding : audit.waiver_findings) {
    const findings::Waiver& waiver = audit.waivers[finding.waiver];
    out << fmt::format("- {} {}: {}\n", finding.code, escaped(place(waiver.file, waiver.line)),
                       escaped(finding.message));
  }
  out << "\n";
}

}  // namespace

void write_markdown(const findings::Audit& audit, const Options& options, std::ostream& out) {
  const std::vector<Group> groups = group(audit, options);
  write_head(audit, out);
  write_overview(groups, out);
  for (const Group& group : groups) write_group(audit, options, group, out);
  write_past(audit, options, out);
  write_besides(audit, options, out);
}

}  // namespace remit::report
