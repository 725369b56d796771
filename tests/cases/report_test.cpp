#include <sstream>

#include "cases/pack.h"
#include "cases/reports/reports.h"
#include "support/catch.h"

namespace remit::test {
namespace {

/// A run with hostile texts in every place.
cases::Run hostile_run() {
  const std::string hostile = "<a b=\"c\">&\x01\x1b[31m\xff\xc2\x85\xef\xbf\xbe \t\n]]>";
  cases::Result failed;
  failed.name = hostile;
  failed.status = cases::Status::kFailed;
  rules::Outcome outcome;
  outcome.verdict = rules::Verdict::kViolation;
  outcome.message = hostile;
  failed.differences.push_back(
      {"R" + hostile, hostile, {"pass"}, {hostile}, hostile, {outcome}, {}});
  cases::Result wrong;
  wrong.name = "\n";
  wrong.status = cases::Status::kWrong;
  wrong.problems.push_back({text::Severity::kError, "DATA-DATE", hostile, {}, hostile, {}});
  cases::Result passed;
  passed.name = "fine";
  cases::Run run;
  run.files.push_back({hostile, hostile, {failed, wrong, passed}});
  run.failed = run.wrong = run.passed = 1;
  return run;
}

std::string written(void (*write)(const cases::Run&, const cases::ReportOptions&, std::ostream&)) {
  std::ostringstream out;
  write(hostile_run(), {}, out);
  return out.str();
}

bool has_control(const std::string& text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n') || byte == 0x7F) return true;
  }
  return false;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("cases: JUnit XML escapes whatever a name or a message holds") {
  const std::string xml = written(cases::write_junit);
  CHECK(count(xml,
              "&lt;a b=&quot;c&quot;&gt;&amp;\xEF\xBF\xBD\xEF\xBF\xBD[31m\xEF\xBF\xBD"
              "\xEF\xBF\xBD\xEF\xBF\xBD ]]&gt;") ==
        6);  // the tokens: a name, a title, four times the path
  CHECK(count(xml, "<testcase name=\"-\"") == 1);
  CHECK(count(xml, "<a b") == 0);
  CHECK(count(xml, "tests=\"3\" failures=\"1\" errors=\"1\"") == 1);
  CHECK(count(xml, "<failure type=\"verdict\"") == 1);
  CHECK(count(xml, "<error type=\"data\"") == 1);
  CHECK(xml.find('\x1b') == std::string::npos);
  CHECK(xml.find('\x01') == std::string::npos);
}

TEST_CASE("cases: text and JSON let no control character through") {
  CHECK_FALSE(has_control(written(cases::write_text)));
  CHECK_FALSE(has_control(written(cases::write_json)));
}

}  // namespace remit::test
