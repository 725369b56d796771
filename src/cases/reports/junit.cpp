#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cases/match.h"
#include "cases/reports/reports.h"
#include "findings/verdict.h"
#include "report/xml_text.h"
#include "text/render.h"

namespace remit::cases {
namespace {

std::string joined(const std::vector<std::string>& texts) {
  return fmt::format("{}", fmt::join(texts, "; "));
}

std::string difference_text(const Difference& difference) {
  std::string text =
      fmt::format("{} {}\n  expected: {}\n  found: {}\n", difference.rule, difference.subject,
                  joined(difference.expected), joined(difference.found));
  if (!difference.hint.empty()) text += fmt::format("  {}\n", difference.hint);
  for (const rules::Outcome& outcome : difference.outcomes) {
    if (!is_settled(outcome.verdict)) text += fmt::format("  {}\n", outcome.message);
  }
  return text;
}

std::string first_line(const Result& result) {
  if (result.status == Status::kWrong) return result.problems.front().message;
  const Difference& first = result.differences.front();
  return fmt::format("{} {}: expected {}, found {}", first.rule, first.subject,
                     joined(first.expected), joined(first.found));
}

void write_outcome(const Result& result, std::ostream& out) {
  const bool wrong = result.status == Status::kWrong;
  const char* element = wrong ? "error" : "failure";
  std::string text;
  for (const text::Diagnostic& problem : result.problems) text += text::render(problem);
  for (const Difference& difference : result.differences) text += difference_text(difference);
  out << fmt::format("      <{} type=\"{}\" message=\"{}\">{}</{}>\n", element,
                     wrong ? "data" : "verdict", report::xml_attribute(first_line(result)),
                     report::xml_text(text), element);
}

void write_case(const FileResult& file, const Result& result, std::ostream& out) {
  out << fmt::format("    <testcase name=\"{}\" classname=\"{}\" time=\"0\"",
                     report::xml_token(result.name), report::xml_token(file.path));
  if (result.status == Status::kPassed) {
    out << "/>\n";
    return;
  }
  out << ">\n";
  write_outcome(result, out);
  out << "    </testcase>\n";
}

std::size_t count(const FileResult& file, Status status) {
  return static_cast<std::size_t>(
      std::count_if(file.results.begin(), file.results.end(),
                    [&](const Result& result) { return result.status == status; }));
}

/// The format wants a time stamp, a host and a duration. Neither the clock nor the machine is to
/// change a report, so the first says the last day on which a case is judged, and the others
/// nothing.
void write_suite(const FileResult& file, std::size_t id, std::ostream& out) {
  value::Date day = file.results.front().as_of;
  for (const Result& result : file.results) day = std::max(day, result.as_of);
  out << fmt::format(
      "  <testsuite id=\"{}\" package=\"{}\" name=\"{}\" timestamp=\"{}T00:00:00\" "
      "hostname=\"localhost\" tests=\"{}\" failures=\"{}\" errors=\"{}\" time=\"0\">\n"
      "    <properties/>\n",
      id, report::xml_token(file.path), report::xml_token(file.title), value::to_string(day),
      file.results.size(), count(file, Status::kFailed), count(file, Status::kWrong));
  for (const Result& result : file.results) write_case(file, result, out);
  out << "    <system-out/>\n    <system-err/>\n  </testsuite>\n";
}

}  // namespace

void write_junit(const Run& run, const ReportOptions& /*options*/, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
  for (std::size_t i = 0; i < run.files.size(); ++i) write_suite(run.files[i], i, out);
  out << "</testsuites>\n";
}

}  // namespace remit::cases
