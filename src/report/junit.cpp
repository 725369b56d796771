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

using rules::Verdict;

/// A test of a suite: a subject that has a finding, or all the others together.
struct Test {
  std::string name;
  std::string element;  ///< `failure`, `error`, `skipped`; empty where it passes
  std::string type;
  std::string message;
  std::string text;
};

struct Suite {
  std::string name;
  std::string title;
  std::vector<Test> tests;
};

/// What is broken fails, what cannot be judged is an error, what is waived was skipped; what is
/// due is not broken yet.
std::string element_of(Verdict verdict) {
  if (verdict == Verdict::kViolation) return "failure";
  if (verdict == Verdict::kUnknown) return "error";
  return verdict == Verdict::kWaived || verdict == Verdict::kNotApplicable ? "skipped" : "";
}

Test test_of(const findings::Audit& audit, const findings::Finding& finding) {
  const FindingRow row = row_of(audit, finding);
  const std::string when = text::when(finding.outcome, audit.as_of);
  Test test;
  test.name = fmt::format("{} {} {} {}", row.entity, row.key, row.verdict, when);
  test.element = element_of(finding.outcome.verdict);
  test.type = row.verdict;
  test.message = row.message;
  test.text = fmt::format("{}\nsubject: {} {}\nwhen: {}\nseverity: {}\nsources: {}\n", row.message,
                          row.entity, row.key, when, row.severity, row.sources);
  if (!row.needs.empty()) test.text += fmt::format("needs: {}\n", row.needs);
  if (!row.remedy.empty()) test.text += fmt::format("to do: {}\n", row.remedy);
  if (const findings::History* history = findings::history_of(audit, finding)) {
    test.text += fmt::format("against the baseline: {}\n", text::told(*history));
  }
  if (row.line > 0) test.text += fmt::format("at: {}:{}\n", row.file, row.line);
  if (!row.waived_by.empty()) {
    test.message = fmt::format("waived by {}: {}", row.waived_by, row.waived_because);
  }
  return test;
}

/// What was not run is said, so that a rule never seems to hold for want of data.
void add_rest(const findings::RuleResult& rule, Suite& suite) {
  if (rule.tally.not_run) {
    suite.tests.push_back({"not run", "skipped", "not_run", *rule.tally.not_run, ""});
    return;
  }
  const std::size_t settled = findings::of(rule.tally.verdicts, Verdict::kPass) +
                              findings::of(rule.tally.verdicts, Verdict::kNotApplicable);
  if (rule.tally.vacuous) {
    suite.tests.push_back({"vacuous", "skipped", "vacuous",
                           "no subject, or none that could break the rule in these data", ""});
  }
  if (settled == 0) return;
  suite.tests.push_back(
      {fmt::format("{} that pass or are not concerned", text::counted(settled, "subject")), "", "",
       "", ""});
}

/// What is fixed since the baseline passes; what this run could not judge was skipped.
void add_past(const findings::Audit& audit, const Options& options, std::vector<Suite>& suites) {
  for (const findings::PastFinding& finding : audit.past) {
    if (finding.earlier || !options.selection.lists(finding)) continue;
    auto suite = std::find_if(suites.begin(), suites.end(),
                              [&](const Suite& each) { return each.name == finding.rule; });
    if (suite == suites.end()) suite = suites.insert(suites.end(), {finding.rule, "", {}});
    const std::string_view state = text::said(finding.history.state);
    const bool fixed = finding.history.state == findings::State::kFixed;
    suite->tests.push_back(
        {fmt::format("{} {} {}: was {}", finding.subject.entity, finding.subject.key, state,
                     text::was(*finding.history.former)),
         fixed ? "" : "skipped", std::string(state), finding.why, ""});
  }
}

std::vector<Suite> rule_suites(const findings::Audit& audit, const Options& options) {
  std::vector<Suite> suites;
  for (const findings::RuleResult& rule : audit.rules) suites.push_back({rule.id, rule.title, {}});
  for (const findings::Finding& finding : audit.findings) {
    if (!options.selection.lists(audit, finding)) continue;
    suites[finding.outcome.rule].tests.push_back(test_of(audit, finding));
  }
  add_past(audit, options, suites);
  const auto& listed = options.selection.verdicts;
  const bool settled = std::any_of(listed.begin(), listed.end(), [](Verdict verdict) {
    return verdict == Verdict::kPass || verdict == Verdict::kNotApplicable;
  });
  for (std::size_t i = 0; i < audit.rules.size(); ++i) {
    if (!settled || audit.rules[i].tally.not_run) add_rest(audit.rules[i], suites[i]);
  }
  return suites;
}

std::string place(const findings::DataFinding& finding) {
  if (finding.file.empty()) return "the data";
  if (finding.line == 0) return finding.file;
  return fmt::format("{}:{}:{}", finding.file, finding.line, finding.column);
}

/// Findings in the data, and on waivers, by their code.
void add_besides(const findings::Audit& audit, std::vector<Suite>& suites) {
  const auto suite = [&](const std::string& code) -> Suite& {
    if (suites.empty() || suites.back().name != code) suites.push_back({code, "", {}});
    return suites.back();
  };
  for (const findings::DataFinding& finding : audit.data_findings) {
    suite(finding.code).tests.push_back({place(finding), "error", "data", finding.message, ""});
  }
  for (const findings::WaiverFinding& finding : audit.waiver_findings) {
    const findings::Waiver& waiver = audit.waivers[finding.waiver];
    suite(finding.code)
        .tests.push_back({fmt::format("{}:{}", waiver.file, waiver.line), "skipped", "waiver",
                          finding.message, ""});
  }
}

void write_test(const Suite& suite, const Test& test, std::ostream& out) {
  out << fmt::format("    <testcase name=\"{}\" classname=\"{}\" time=\"0\"", xml_token(test.name),
                     xml_token(suite.name));
  if (test.element.empty()) {
    out << "/>\n";
    return;
  }
  const std::string type =
      test.element == "skipped" ? "" : fmt::format(" type=\"{}\"", xml_attribute(test.type));
  out << fmt::format(">\n      <{}{} message=\"{}\">{}</{}>\n    </testcase>\n", test.element, type,
                     xml_attribute(test.message), xml_text(test.text), test.element);
}

std::size_t count(const Suite& suite, std::string_view element) {
  return static_cast<std::size_t>(
      std::count_if(suite.tests.begin(), suite.tests.end(),
                    [&](const Test& test) { return test.element == element; }));
}

/// The format wants a time stamp, a host and a duration: neither the clock nor the machine is to
/// change a report, so the first says the as-of date, and the others nothing.
void write_suite(const Suite& suite, std::size_t id, value::Date as_of, std::ostream& out) {
  out << fmt::format(
      "  <testsuite id=\"{}\" package=\"{}\" name=\"{}\" timestamp=\"{}T00:00:00\" "
      "hostname=\"localhost\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\" "
      "time=\"0\">\n    <properties/>\n",
      id, xml_token(suite.name), xml_token(suite.name + " " + suite.title), value::to_string(as_of),
      suite.tests.size(), count(suite, "failure"), count(suite, "error"), count(suite, "skipped"));
  for (const Test& test : suite.tests) write_test(suite, test, out);
  out << "    <system-out/>\n    <system-err/>\n  </testsuite>\n";
}

}  // namespace

void write_junit(const findings::Audit& audit, const Options& options, std::ostream& out) {
  std::vector<Suite> suites = rule_suites(audit, options);
  add_besides(audit, suites);
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
  for (std::size_t i = 0; i < suites.size(); ++i) write_suite(suites[i], i, audit.as_of, out);
  out << "</testsuites>\n";
}

}  // namespace remit::report
