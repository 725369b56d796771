#include "report/html/report.h"

#include <algorithm>
#include <utility>

#include "findings/verdict.h"
#include "report/uri.h"
#include "report/xml_text.h"

namespace remit::report::html {
namespace {

/// Those that are listed, the worst verdict and then the most severe first.
std::vector<std::size_t> listed(const findings::Audit& audit, const Options& options) {
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < audit.findings.size(); ++i) {
    if (options.selection.lists(audit, audit.findings[i])) all.push_back(i);
  }
  const auto rank = [&](std::size_t at) {
    const findings::Finding& finding = audit.findings[at];
    return std::pair(finding.outcome.verdict,
                     -static_cast<int>(findings::rule_of(audit, finding).severity));
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](std::size_t left, std::size_t right) { return rank(left) < rank(right); });
  return all;
}

}  // namespace

Report make_report(const findings::Audit& audit, const Options& options,
                   const findings::Background& background) {
  return {audit, options, background, listed(audit, options)};
}

std::string rule_target(const findings::RuleResult& rule) {
  return "#rule-" + uri_reference(xml_characters(rule.id));
}

std::string party_target(const findings::Party& party) {
  return "#" + std::string(word(party.kind)) + "-" + uri_reference(xml_characters(party.key));
}

std::string_view word(findings::Party::Kind kind) {
  switch (kind) {
    case findings::Party::Kind::kCase:
      return "case";
    case findings::Party::Kind::kWorker:
      return "worker";
    case findings::Party::Kind::kTeam:
      return "team";
  }
  return "";
}

std::int64_t open_days(const findings::Audit& audit, const findings::Finding& finding) {
  const rules::Outcome& outcome = finding.outcome;
  if (outcome.verdict != rules::Verdict::kViolation || !outcome.period) return 0;
  if (value::end_day(*outcome.period) <= audit.as_of) return 0;
  const std::int64_t days = audit.as_of.days - value::first_day(*outcome.period).days + 1;
  return days > 0 ? days : 0;
}

void write_severity(Markup& markup, rules::Severity severity) {
  const std::string_view name = findings::word(severity);
  markup.element("span", name, {{"class", "tone " + std::string(name)}});
}

void write_verdict(Markup& markup, rules::Verdict verdict) {
  std::string name(findings::word(verdict));
  const std::string shown = name == "not_applicable" ? "not applicable" : name;
  markup.element("span", shown, {{"class", "verdict " + name}});
}

}  // namespace remit::report::html
