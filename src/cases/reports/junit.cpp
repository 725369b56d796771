#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cases/match.h"
#include "cases/reports/reports.h"
#include "findings/verdict.h"
#include "text/render.h"
#include "text/utf8.h"

namespace remit::cases {
namespace {

/// XML 1.0 has no way to write most control characters, nor these two.
bool is_xml(char32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  return code < 0x7F || (code > 0x9F && code != 0xFFFE && code != 0xFFFF);
}

/// Any text as the text of an element or an attribute. What cannot stand there becomes U+FFFD;
/// white space but blanks is kept from being folded by a reader.
std::string escaped(std::string_view text, bool attribute) {
  constexpr char32_t kReplacement = 0xFFFD;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const text::Character character = text::character_at(text, at);
    at += character.length;
    const char32_t code = character.valid && is_xml(character.code) ? character.code : kReplacement;
    if (code == '&') {
      out += "&amp;";
    } else if (code == '<') {
      out += "&lt;";
    } else if (code == '>') {
      out += "&gt;";
    } else if (code == '"' && attribute) {
      out += "&quot;";
    } else if (code == '\r' || (attribute && (code == '\n' || code == '\t'))) {
      out += fmt::format("&#{};", static_cast<int>(code));
    } else {
      text::append_utf8(out, code);
    }
  }
  return out;
}

/// An attribute of type xs:token: on one line, single blanks between words.
std::string token(std::string_view text) {
  std::string flat;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) {
      flat += c;
    } else if (!flat.empty() && flat.back() != ' ') {
      flat += ' ';
    }
  }
  if (!flat.empty() && flat.back() == ' ') flat.pop_back();
  return escaped(flat.empty() ? "-" : flat, true);
}

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
                     wrong ? "data" : "verdict", escaped(first_line(result), true),
                     escaped(text, false), element);
}

void write_case(const FileResult& file, const Result& result, std::ostream& out) {
  out << fmt::format("    <testcase name=\"{}\" classname=\"{}\" time=\"0\"", token(result.name),
                     token(file.path));
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
      id, token(file.path), token(file.title), value::to_string(day), file.results.size(),
      count(file, Status::kFailed), count(file, Status::kWrong));
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
