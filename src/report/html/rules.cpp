#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/html/report.h"
#include "report/text/phrase.h"

namespace remit::report::html {
namespace {

using findings::of;

void write_said(Markup& markup, const std::vector<findings::Said>& said) {
  markup.open("ul").line();
  for (const findings::Said& each : said) {
    markup.open("li").data(each.text);
    if (!each.below.empty()) write_said(markup, each.below);
    markup.close().line();
  }
  markup.close().line();
}

void write_sources(Markup& markup, const findings::RuleResult& rule) {
  for (const findings::Authority& source : rule.sources) {
    const std::string& url = source.source.url;
    const bool web = url.starts_with("https://") || url.starts_with("http://");
    markup.open("p", {{"class", "source"}}).data(text::cited(source));
    if (web) {
      markup.text(" ").open("a", {{"href", url}, {"rel", "noreferrer"}}).data(url).close();
    }
    markup.close().line();
  }
}

void write_counts(Markup& markup, const findings::RuleResult& rule) {
  markup.open("dl", {{"class", "counts"}});
  markup.open("div")
      .element("dt", "subjects")
      .element("dd", text::number(rule.tally.subjects))
      .close();
  for (const rules::Verdict verdict : findings::kAllVerdicts) {
    markup.open("div").open("dt");
    write_verdict(markup, verdict);
    markup.close().element("dd", text::number(of(rule.tally.verdicts, verdict))).close();
  }
  markup.close().line();
}

/// The view of one rule; the script adds its findings.
void write_rule(Markup& markup, const Report& report, std::size_t index) {
  const findings::RuleResult& rule = report.audit.rules[index];
  const std::string id = "rule-" + rule.id;
  const std::string title = id + "-title";
  markup.open("section", {{"id", id}, {"class", "view rule"}, {"aria-labelledby", title}}).line();
  markup.open("h2", {{"id", title}, {"tabindex", "-1"}}).data(rule.title).close().line();
  markup.open("p");
  write_severity(markup, rule.severity);
  markup.text(" ").open("code").data(rule.id).close().close().line();
  if (index < report.background.readings.size()) {
    markup.element("h3", "What it asks");
    write_said(markup, report.background.readings[index]);
  }
  markup.element("h3", "By what authority");
  write_sources(markup, rule);
  if (!rule.remedy.empty()) {
    markup.element("h3", "What to do").open("p").data(rule.remedy).close().line();
  }
  markup.element("h3", "Counts");
  if (rule.tally.not_run) {
    markup.open("p").text("Not run: ").data(*rule.tally.not_run).close().line();
  } else if (rule.tally.vacuous) {
    markup.element("p", "There was no subject that it is about.").line();
  } else {
    write_counts(markup, rule);
  }
  markup.open("div", {{"class", "of-rule"}, {"data-rule", rule.id}}).close().line();
  markup.close().line();
}

void write_row(Markup& markup, const findings::RuleResult& rule) {
  markup.open("tr").open("th", {{"scope", "row"}}).link(rule.id, rule_target(rule)).close();
  markup.open("td").data(rule.title).close().open("td");
  write_severity(markup, rule.severity);
  markup.close();
  if (rule.tally.not_run || rule.tally.vacuous) {
    markup.open("td", {{"colspan", "7"}, {"class", "quiet"}});
    if (rule.tally.not_run) {
      markup.text("not run: ").data(*rule.tally.not_run);
    } else {
      markup.text("no subject");
    }
    markup.close().close().line();
    return;
  }
  markup.element("td", text::number(rule.tally.subjects), {{"class", "number"}});
  for (const rules::Verdict verdict : findings::kAllVerdicts) {
    const std::size_t count = of(rule.tally.verdicts, verdict);
    markup.element("td", text::number(count),
                   {{"class", count == 0 ? "number nothing" : "number"}});
  }
  markup.close().line();
}

/// The rules that are broken most come first, those that were not run last.
std::vector<const findings::RuleResult*> worst_first(const findings::Audit& audit) {
  std::vector<const findings::RuleResult*> rules;
  for (const findings::RuleResult& rule : audit.rules) rules.push_back(&rule);
  const auto rank = [](const findings::RuleResult& rule) {
    return std::tuple(rule.was_run() && !rule.tally.vacuous,
                      of(rule.tally.verdicts, rules::Verdict::kViolation), rule.severity,
                      of(rule.tally.verdicts, rules::Verdict::kUnknown));
  };
  std::stable_sort(rules.begin(), rules.end(),
                   [&](const auto* left, const auto* right) { return rank(*left) > rank(*right); });
  return rules;
}

}  // namespace

void write_rules(Markup& markup, const Report& report) {
  markup.open("section", {{"id", "rules"}, {"class", "view"}, {"aria-labelledby", "rules-title"}});
  markup.element("h2", "Rules", {{"id", "rules-title"}, {"tabindex", "-1"}}).line();
  markup.open("div",
              {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Rules"}});
  markup.open("table", {{"class", "sortable"}});
  markup.element("caption",
                 "Subjects of each rule, each counted once under the worst of its verdicts");
  markup.line().open("thead").open("tr");
  for (const char* title : {"Rule", "Title", "Severity"}) {
    markup.element("th", title, {{"scope", "col"}});
  }
  for (const char* title :
       {"Subjects", "Violation", "Unknown", "Due", "Waived", "Pass", "Not applicable"}) {
    markup.element("th", title, {{"scope", "col"}, {"class", "number"}});
  }
  markup.close().close().line().open("tbody").line();
  for (const findings::RuleResult* rule : worst_first(report.audit)) write_row(markup, *rule);
  markup.close().close().close().close().line();
  for (std::size_t i = 0; i < report.audit.rules.size(); ++i) write_rule(markup, report, i);
}

}  // namespace remit::report::html
