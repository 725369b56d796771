#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/html/report.h"
#include "report/text/phrase.h"

namespace remit::report::html {
namespace {

using findings::of;
using rules::Verdict;

constexpr std::size_t kShown = 5;

std::string_view meaning(Verdict verdict) {
  switch (verdict) {
    case Verdict::kViolation:
      return "the rule applied and is broken";
    case Verdict::kUnknown:
      return "data to judge by are missing";
    case Verdict::kDue:
      return "not broken yet, a date is set";
    case Verdict::kWaived:
      return "broken, and borne for a time";
    case Verdict::kPass:
      return "the rule applied and holds";
    case Verdict::kNotApplicable:
      return "the rule does not apply";
  }
  return "";
}

rules::Tally total(const findings::Audit& audit) {
  rules::Tally sum;
  for (const findings::RuleResult& rule : audit.rules) {
    sum.subjects += rule.tally.subjects;
    for (std::size_t i = 0; i < rules::kVerdicts; ++i) sum.verdicts[i] += rule.tally.verdicts[i];
  }
  return sum;
}

/// Where the findings of a verdict are listed; empty where none are.
std::string listing(const Report& report, Verdict verdict) {
  const bool listed = std::any_of(report.listed.begin(), report.listed.end(), [&](std::size_t at) {
    return report.audit.findings[at].outcome.verdict == verdict;
  });
  return listed ? "#findings?verdict=" + std::string(findings::word(verdict)) : "";
}

void write_tile(Markup& markup, const Report& report, Verdict verdict, std::size_t subjects) {
  const std::string name(findings::word(verdict));
  const std::string target = listing(report, verdict);
  markup.open("li", {{"class", "tile " + name}});
  markup.open("p", {{"class", "count"}}).text(text::number(subjects)).close();
  markup.open("p", {{"class", "what"}});
  const std::string shown = verdict == Verdict::kNotApplicable ? "not applicable" : name;
  if (target.empty()) {
    markup.text(shown);
  } else {
    markup.open_link(target).text(shown).close();
  }
  markup.close();
  markup.element("p", meaning(verdict), {{"class", "quiet"}}).close().line();
}

void write_checked(Markup& markup, const Report& report) {
  const findings::Audit& audit = report.audit;
  const rules::Tally sum = total(audit);
  const auto run = static_cast<std::size_t>(std::count_if(
      audit.rules.begin(), audit.rules.end(), [](const auto& rule) { return rule.was_run(); }));
  markup.open("p", {{"class", "lead"}});
  markup.element("strong", text::counted(sum.subjects, "subject"));
  markup.text(
      fmt::format(" {} checked against {}. Each counts once, under the worst of its verdicts.",
                  sum.subjects == 1 ? "was" : "were", text::counted(run, "rule")));
  if (run < audit.rules.size()) {
    markup.text(" ");
    markup.element("a", text::counted(audit.rules.size() - run, "rule") + " not run",
                   {{"href", "#rules"}});
    markup.text(".");
  }
  markup.close().line();
  markup.open("ul", {{"class", "tiles"}}).line();
  for (const Verdict verdict : findings::kAllVerdicts) {
    write_tile(markup, report, verdict, of(sum.verdicts, verdict));
  }
  markup.close().line();
}

void open_panel(Markup& markup, const std::string& id, std::string_view title) {
  markup.open("section", {{"class", "panel"}, {"aria-labelledby", id}});
  markup.element("h3", title, {{"id", id}}).line();
}

/// The rules with violations, the most severe and then the most broken first.
void write_worst(Markup& markup, const Report& report) {
  std::vector<const findings::RuleResult*> broken;
  std::map<const findings::RuleResult*, std::int64_t> oldest;
  for (const findings::RuleResult& rule : report.audit.rules) {
    if (of(rule.found, Verdict::kViolation) > 0) broken.push_back(&rule);
  }
  for (const findings::Finding& finding : report.audit.findings) {
    auto& days = oldest[&findings::rule_of(report.audit, finding)];
    days = std::max(days, open_days(report.audit, finding));
  }
  std::stable_sort(broken.begin(), broken.end(), [](const auto* left, const auto* right) {
    return std::tuple(left->severity, of(left->found, Verdict::kViolation)) >
           std::tuple(right->severity, of(right->found, Verdict::kViolation));
  });
  open_panel(markup, "worst", "What is worst");
  if (broken.empty()) markup.element("p", "No rule is broken.");
  markup.open("ol", {{"class", "plain"}}).line();
  for (std::size_t i = 0; i < std::min(kShown, broken.size()); ++i) {
    const findings::RuleResult& rule = *broken[i];
    markup.open("li");
    write_severity(markup, rule.severity);
    markup.text(" ").link(rule.title, rule_target(rule));
    markup.open("span", {{"class", "quiet block"}});
    markup.data(rule.id).text(
        " \u00b7 " + text::counted(of(rule.found, Verdict::kViolation), Verdict::kViolation));
    if (oldest[&rule] > 1) {
      markup.text(fmt::format(", the longest for {} days now",
                              text::number(static_cast<std::size_t>(oldest[&rule]))));
    }
    markup.close().close().line();
  }
  markup.close();
  if (broken.size() > kShown) {
    markup.open("p").element("a", fmt::format("All {} rules that are broken", broken.size()),
                             {{"href", "#rules"}});
    markup.close();
  }
  markup.close().line();
}

void write_next(Markup& markup, const Report& report) {
  std::vector<const findings::Finding*> due;
  for (const findings::Finding& finding : report.audit.findings) {
    if (finding.outcome.verdict == Verdict::kDue && finding.outcome.due) due.push_back(&finding);
  }
  std::stable_sort(due.begin(), due.end(), [](const auto* left, const auto* right) {
    return left->outcome.due < right->outcome.due;
  });
  const auto within = [&](int days) {
    return static_cast<std::size_t>(std::count_if(due.begin(), due.end(), [&](const auto* each) {
      return each->outcome.due->days <= report.audit.as_of.days + days;
    }));
  };
  open_panel(markup, "next", "What is due next");
  if (due.empty()) {
    markup.element("p", "No date is set by which something must happen.");
  } else {
    markup.element(
        "p", fmt::format("{} within 7 days, {} within 30, {} in all.", text::number(within(7)),
                         text::number(within(30)), text::number(due.size())));
  }
  markup.open("ol", {{"class", "plain"}}).line();
  for (std::size_t i = 0; i < std::min(kShown, due.size()); ++i) {
    const findings::RuleResult& rule = findings::rule_of(report.audit, *due[i]);
    markup.open("li").element("strong", "by " + value::to_string(*due[i]->outcome.due)).text(" ");
    markup.link(rule.title, rule_target(rule));
    markup.open("span", {{"class", "quiet block"}});
    markup.data(due[i]->outcome.message.empty() ? due[i]->outcome.subject.key
                                                : due[i]->outcome.message);
    markup.close().close().line();
  }
  markup.close();
  if (due.size() > kShown && !listing(report, Verdict::kDue).empty()) {
    markup.open("p").open_link("#findings?verdict=due&sort=due");
    markup.text("All that is due, by date").close().close();
  }
  markup.close().line();
}

}  // namespace

std::vector<Lack> lacks(const findings::Audit& audit) {
  std::map<std::pair<std::string, std::string>, Lack> by_field;
  for (const findings::Finding& finding : audit.findings) {
    if (finding.outcome.verdict != Verdict::kUnknown) continue;
    std::map<std::pair<std::string, std::string>, std::string> named;
    for (const rules::Need& need : finding.outcome.needs) {
      named.emplace(std::pair(need.resource, need.field), need.key);
    }
    for (const auto& [place, key] : named) {
      Lack& lack = by_field[place];
      lack.resource = place.first;
      lack.field = place.second;
      ++lack.findings;
      lack.keys.insert(key);
    }
  }
  std::vector<Lack> all;
  for (auto& [place, lack] : by_field) all.push_back(std::move(lack));
  std::stable_sort(all.begin(), all.end(), [](const Lack& left, const Lack& right) {
    return left.findings > right.findings;
  });
  return all;
}

namespace {

void write_unjudged(Markup& markup, const Report& report) {
  const std::vector<Lack> all = lacks(report.audit);
  std::size_t unknown = 0;
  std::size_t asked = 0;
  for (const findings::Finding& finding : report.audit.findings) {
    if (finding.outcome.verdict != Verdict::kUnknown) continue;
    ++unknown;
    if (finding.outcome.needs.empty()) ++asked;
  }
  open_panel(markup, "unjudged", "What could not be judged");
  if (unknown == 0) {
    markup.element("p", "Everything could be judged.");
  } else {
    markup.element(
        "p", fmt::format("{} unknown. These data would settle the most:", text::number(unknown)));
  }
  markup.open("ol", {{"class", "plain"}}).line();
  for (std::size_t i = 0; i < std::min(kShown, all.size()); ++i) {
    const Lack& lack = all[i];
    markup.open("li").open("code").data(lack.field.empty() ? "a row" : lack.field).close();
    markup.text(" of ").data(lack.resource);
    markup.open("span", {{"class", "quiet block"}});
    markup.text(fmt::format("{} in {}, for example ", text::counted(lack.findings, "finding"),
                            text::counted(lack.keys.size(), "row")));
    markup.data(lack.keys.begin()->empty() ? "any" : *lack.keys.begin()).close().close().line();
  }
  markup.close();
  if (asked > 0) {
    markup.element(
        "p", fmt::format("{} no data can settle: somebody has to look.", text::number(asked)));
  }
  if (!all.empty() || !report.audit.data_findings.empty()) {
    markup.open("p").element("a", "All data to complete or to put right", {{"href", "#data"}});
    markup.close();
  }
  markup.close().line();
}

}  // namespace

void write_overview(Markup& markup, const Report& report) {
  write_checked(markup, report);
  markup.open("div", {{"class", "panels"}}).line();
  write_worst(markup, report);
  write_next(markup, report);
  write_unjudged(markup, report);
  markup.close().line();
}

}  // namespace remit::report::html
