#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/text/display.h"
#include "report/text/phrase.h"
#include "report/text/rule_rows.h"
#include "report/text/sections.h"

namespace remit::report::text {
namespace {

using findings::of;

/// A rule and those of its findings that are listed, the worst first.
struct Group {
  const findings::RuleResult* rule = nullptr;
  std::vector<const findings::Finding*> findings;

  rules::Verdict worst() const { return findings.front()->outcome.verdict; }
};

std::vector<Group> group(const Page& page, const findings::Audit& audit) {
  std::vector<Group> groups(audit.rules.size());
  for (std::size_t i = 0; i < groups.size(); ++i) groups[i].rule = &audit.rules[i];
  for (const findings::Finding& finding : audit.findings) {
    if (page.options().selection.lists(audit, finding)) {
      groups[finding.outcome.rule].findings.push_back(&finding);
    }
  }
  std::erase_if(groups, [](const Group& group) { return group.findings.empty(); });
  for (Group& group : groups) {
    std::stable_sort(group.findings.begin(), group.findings.end(), [](auto* left, auto* right) {
      return left->outcome.verdict < right->outcome.verdict;
    });
  }
  return groups;
}

/// Broken rules before doubtful ones, of these the most severe first, then the most frequent.
void put_worst_first(std::vector<Group>& groups) {
  const auto badness = [](const Group& group) {
    return std::tuple{group.worst(), -static_cast<int>(group.rule->severity),
                      -static_cast<std::ptrdiff_t>(of(group.rule->found, group.worst()))};
  };
  std::stable_sort(groups.begin(), groups.end(), [&](const Group& left, const Group& right) {
    return badness(left) < badness(right);
  });
}

void write_title(Page& page, const findings::RuleResult& rule) {
  const std::string severity(findings::word(rule.severity));
  const std::string id = printable(rule.id);
  const std::size_t indent = severity.size() + 2 + width(id) + 2;
  const bool beside = indent * 2 < page.width();
  page.line();
  std::string line =
      page.paint(severity, tone(rule.severity)) + "  " + page.paint(id, Tone::kStrong) + "  ";
  if (!beside) {
    page.line(line);
    line = "  ";
  }
  for (const std::string& part : wrap(rule.title, page.width() - (beside ? indent : 2))) {
    page.line(line + page.paint(part, Tone::kStrong));
    line = std::string(beside ? indent : 2, ' ');
  }
}

void write_about(Page& page, const findings::RuleResult& rule) {
  for (const findings::Authority& source : rule.sources) {
    page.paragraph(cited(source), 2, 4, Tone::kFaint);
  }
  const std::string found = counted(rule.found);
  page.paragraph(fmt::format("{} among {}", found.empty() ? "nothing found" : found,
                             counted(rule.tally.subjects, "subject")),
                 2, 4, Tone::kPlain);
  if (!rule.remedy.empty()) page.paragraph("to do: " + rule.remedy, 2, 4, Tone::kPlain);
}

void write_rest(Page& page, const Group& group, std::size_t shown) {
  std::array<std::size_t, rules::kVerdicts> rest{};
  for (std::size_t i = shown; i < group.findings.size(); ++i) {
    ++of(rest, group.findings[i]->outcome.verdict);
  }
  page.paragraph(fmt::format("... and {} more: {} (--limit 0 lists all)",
                             number(group.findings.size() - shown), counted(rest)),
                 2, Tone::kStrong);
}

void write_group(Page& page, const findings::Audit& audit, const Group& group) {
  const std::size_t limit = page.options().limit;
  const std::size_t shown =
      limit == 0 ? group.findings.size() : std::min(limit, group.findings.size());
  write_title(page, *group.rule);
  write_about(page, *group.rule);
  page.line();
  write_rows(page, audit, std::span(group.findings).first(shown));
  if (shown < group.findings.size()) write_rest(page, group, shown);
}

}  // namespace

void write_rule_sections(Page& page, const findings::Audit& audit) {
  std::vector<Group> groups = group(page, audit);
  put_worst_first(groups);
  for (const Group& group : groups) write_group(page, audit, group);
}

}  // namespace remit::report::text
