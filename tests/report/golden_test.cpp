#include <map>
#include <sstream>

#include "findings/verdict.h"
#include "report/format.h"
#include "report/html/report.h"
#include "report/sample_audit.h"
#include "report/sample_background.h"
#include "support/catch.h"
#include "support/golden.h"

// A case names an audit, a format and options, one a line, under `--- options`.
namespace remit::test {
namespace {

struct Case {
  findings::Audit audit = sample_audit();
  std::string format = "text";
  report::Options options;
};

void read_option(Case& test, const std::string& name, const std::string& value) {
  if (name == "audit" && value == "hostile") test.audit = hostile_audit();
  if (name == "audit" && value == "waived") test.audit = waived_audit();
  if (name == "audit" && value == "compared") test.audit = compared_audit();
  if (name == "audit" && value == "clean") test.audit = clean_audit();
  if (name == "format") test.format = value;
  if (name == "width") test.options.width = std::stoul(value);
  if (name == "limit") test.options.limit = std::stoul(value);
  if (name == "colour") test.options.colour = value == "yes";
  if (name == "severity") test.options.selection.least = findings::severity_of(value).value();
  if (name == "with") {
    test.options.selection.verdicts.push_back(findings::verdict_of(value).value());
  }
  if (name == "verdict") test.options.selection.verdicts = {findings::verdict_of(value).value()};
}

/// One part of an HTML report: the whole would be compressed for its larger part.
void write_part(const Case& test, std::ostream& out) {
  using Part = void (*)(report::html::Markup&, const report::html::Report&);
  static const std::map<std::string, Part> kParts{{"html-overview", report::html::write_overview},
                                                  {"html-charts", report::html::write_charts},
                                                  {"html-findings", report::html::write_findings},
                                                  {"html-rules", report::html::write_rules},
                                                  {"html-data", report::html::write_data}};
  const findings::Background background = sample_background(test.audit);
  report::html::Markup markup(out);
  kParts.at(test.format)(markup, report::html::make_report(test.audit, test.options, background));
}

std::string render(const std::string& options) {
  Case test;
  std::istringstream lines(options);
  std::string name;
  std::string value;
  while (lines >> name >> value) read_option(test, name, value);
  std::ostringstream out;
  if (test.format == "summary") {
    report::write_summary_json(test.audit, out);
  } else if (test.format == "counts") {
    report::write_counts(test.audit, test.options, out);
  } else if (test.format.starts_with("html-")) {
    write_part(test, out);
  } else {
    report::find_format(test.format)->write(test.audit, test.options, out);
  }
  return out.str();
}

}  // namespace

TEST_CASE("report: golden cases") {
  for (const GoldenCase& golden : golden_cases("report")) {
    check_golden(golden, "expected", render(golden.section("options")));
  }
}

}  // namespace remit::test
