#include "baseline/sample.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "baseline/compare.h"
#include "baseline/read.h"
#include "findings/verdict.h"
#include "report/format.h"
#include "support/catch.h"

namespace remit::test {

value::Date day(const std::string& text) { return value::parse_date(text).value(); }

findings::Audit empty_audit(value::Date as_of) {
  findings::Audit audit;
  audit.name = "sample";
  audit.version = "1.0.0";
  audit.as_of = as_of;
  for (const char* id : {"R1", "R2", "R3"}) {
    findings::RuleResult rule;
    rule.id = id;
    rule.severity = rules::Severity::kMajor;
    audit.rules.push_back(rule);
  }
  return audit;
}

rules::Outcome outcome(std::size_t rule, rules::Verdict verdict, const std::string& key) {
  rules::Outcome result;
  result.rule = rule;
  result.verdict = verdict;
  result.subject = {"worker", key};
  result.message = "a \"message\"\n of two lines";
  return result;
}

rules::Outcome lasting(rules::Outcome outcome, value::Date from, value::Date to) {
  outcome.period = value::make_period(from, to);
  return outcome;
}

void add(findings::Audit& audit, const rules::Outcome& outcome) {
  findings::RuleResult& rule = audit.rules[outcome.rule];
  ++findings::of(rule.found, outcome.verdict);
  audit.findings.push_back({outcome, findings::fingerprint(rule.id, outcome), {}, 0, {}});
  findings::sort(audit);
}

std::string written(const findings::Audit& audit) {
  std::ostringstream out;
  report::write_ndjson(audit, {}, out);
  return out.str();
}

std::optional<baseline::Run> read_text(const std::string& text, text::Diagnostics& diagnostics) {
  std::string path = (std::filesystem::temp_directory_path() / "remit-baseline-XXXXXX").string();
  const int descriptor = mkstemp(path.data());
  REQUIRE(descriptor >= 0);
  close(descriptor);
  std::ofstream(path, std::ios::binary) << text;
  auto run = baseline::read(path, "--baseline", diagnostics);
  std::filesystem::remove(path);
  return run;
}

void compare_with(const std::string& former, findings::Audit& audit) {
  static const value::Calendar kCalendar("weekends", day("2026-01-01"), day("2026-12-31"),
                                         {false, false, false, false, false, true, true}, {});
  text::Diagnostics diagnostics;
  const auto run = read_text(former, diagnostics);
  REQUIRE(run);
  REQUIRE(baseline::check(*run, audit.name, audit.as_of, "--baseline", diagnostics));
  baseline::compare(
      *run, [](const std::string&) { return &kCalendar; }, audit);
}

}  // namespace remit::test
