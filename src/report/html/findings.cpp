#include <algorithm>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/finding_row.h"
#include "report/html/report.h"
#include "report/text/phrase.h"

namespace remit::report::html {
namespace {

/// So many stand in the file as they are, for who reads it without scripts.
constexpr std::size_t kFirst = 100;

void write_row(Markup& markup, const Report& report, const findings::Finding& finding) {
  const findings::RuleResult& rule = findings::rule_of(report.audit, finding);
  const FindingRow row = row_of(report.audit, finding);
  markup.open("tr").open("td");
  write_verdict(markup, finding.outcome.verdict);
  markup.close().open("td");
  write_severity(markup, rule.severity);
  markup.close().open("td").link(rule.id, rule_target(rule)).close();
  markup.open("td").data(row.key).close();
  markup.element("td", text::when(finding.outcome, report.audit.as_of));
  markup.open("td").data(row.message.empty() ? rule.title : row.message);
  if (!row.needs.empty())
    markup.open("span", {{"class", "block quiet"}}).text("needs: ").data(row.needs).close();
  if (!row.waived_by.empty()) {
    markup.open("span", {{"class", "block quiet"}});
    markup.data(fmt::format("waived by {} until {}: {}", row.waived_by,
                            value::to_string(*row.waived_until), row.waived_because));
    markup.close();
  }
  markup.close().close().line();
}

}  // namespace

void write_findings(Markup& markup, const Report& report) {
  const std::size_t all = report.listed.size();
  const std::size_t first = std::min(all, kFirst);
  markup.open("section",
              {{"id", "findings"}, {"class", "view"}, {"aria-labelledby", "findings-title"}});
  markup.element("h2", "Findings", {{"id", "findings-title"}, {"tabindex", "-1"}}).line();
  markup.open("div", {{"id", "all-findings"}}).line();
  if (all == 0) {
    markup.element("p", "There is nothing to list.").close().close().line();
    return;
  }
  markup.element("p", first < all ? fmt::format("The first {} of {}, the worst first. With scripts "
                                                "this page lists all, to filter, sort and search.",
                                                first, text::number(all))
                                  : "The worst first.");
  markup.open(
      "div",
      {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Findings"}});
  markup.open("table").element("caption", "Findings").line().open("thead").open("tr");
  for (const char* title : {"Verdict", "Severity", "Rule", "Subject", "When", "What"}) {
    markup.element("th", title, {{"scope", "col"}});
  }
  markup.close().close().line().open("tbody").line();
  for (std::size_t i = 0; i < first; ++i) {
    write_row(markup, report, report.audit.findings[report.listed[i]]);
  }
  markup.close().close().close().close().close().line();
}

}  // namespace remit::report::html
