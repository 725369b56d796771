#include "report/text/display.h"

#include <sstream>

#include "report/format.h"
#include "report/sample_audit.h"
#include "report/text/phrase.h"
#include "support/catch.h"

namespace remit::report::text {
namespace {

std::vector<std::string> lines_at(const findings::Audit& audit, std::size_t columns) {
  Options options;
  options.width = columns;
  std::ostringstream out;
  write_text(audit, options, out);
  std::istringstream in(out.str());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("report: what would act on a terminal is escaped") {
  CHECK(printable("plain \xc3\xbc") == "plain \xc3\xbc");
  CHECK(printable("\x1b[31m") == "\\x1b[31m");
  CHECK(printable("a\nb\tc\rd") == "a\\nb\\tc\\rd");
  CHECK(printable("\xc2\x9b") == "\\u009b");
  CHECK(printable("\xe2\x80\xae") == "\\u202e");
  CHECK(printable(std::string("\0", 1)) == "\\x00");
}

TEST_CASE("report: bytes that are no UTF-8 are shown as such") {
  CHECK(printable("\xff") == "\\xff");
  CHECK(printable("\xc3") == "\\xc3");
  CHECK(printable("\xc3(") == "\\xc3(");
  CHECK(printable("\xc0\xaf") == "\\xc0\\xaf");                    // overlong
  CHECK(printable("\xed\xa0\x80") == "\\xed\\xa0\\x80");           // half of a pair
  CHECK(printable("\xf4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");  // past the last code point
}

TEST_CASE("report: widths are columns of a terminal") {
  CHECK(width("abc") == 3);
  CHECK(width("\xc3\xbc") == 1);
  CHECK(width("u\xcc\x88") == 1);
  CHECK(width("\xe6\xbc\xa2\xe5\xad\x97") == 4);
  CHECK(pad("\xe6\xbc\xa2", 4) == "\xe6\xbc\xa2  ");
  CHECK(pad_left("ab", 4) == "  ab");
  CHECK(cut("abcdef", 4) == "abc\xe2\x80\xa6");
  CHECK(cut("abcd", 4) == "abcd");
  CHECK(cut("\xe6\xbc\xa2\xe5\xad\x97", 3) == "\xe6\xbc\xa2\xe2\x80\xa6");
}

TEST_CASE("report: text is broken at white space, and words only where they must be") {
  using Lines = std::vector<std::string>;
  CHECK(wrap("one two  three\nfour", 10) == Lines{"one two", "three four"});
  CHECK(wrap("abcdefghijklm", 8) == Lines{"abcdefgh", "ijklm"});
  CHECK(wrap("a abcdefghijklm b", 8) == Lines{"a", "abcdefgh", "ijklm b"});
  CHECK(wrap("", 8) == Lines{""});
  CHECK(wrap(" \n ", 8) == Lines{""});
  CHECK(wrap("a\x1b"
             "b",
             20) == Lines{"a\\x1b"
                          "b"});
}

TEST_CASE("report: no line of the text report is wider than the terminal") {
  for (const std::size_t columns : {48u, 53u, 60u, 79u, 80u, 100u, 120u, 200u}) {
    for (const findings::Audit& audit : {test::sample_audit(), test::hostile_audit()}) {
      for (const std::string& line : lines_at(audit, columns)) {
        INFO(columns << ": " << line);
        CHECK(width(line) <= columns);
        CHECK(printable(line) == line);
        CHECK((line.empty() || line.back() != ' '));
      }
    }
  }
}

TEST_CASE("report: dates are said by their last day") {
  const value::Date as_of = value::parse_date("2026-09-30").value();
  rules::Outcome outcome;
  outcome.verdict = rules::Verdict::kViolation;
  const auto said = [&](int from, int to) {
    outcome.period = value::make_period({as_of.days + from}, {as_of.days + to});
    return when(outcome, as_of);
  };
  CHECK(said(-29, -19) == "2026-09-01 to 2026-09-10");
  CHECK(said(-29, -28) == "2026-09-01");
  CHECK(said(-29, 1) == "since 2026-09-01");
  CHECK(said(0, 1) == "2026-09-30");
  outcome.verdict = rules::Verdict::kUnknown;
  CHECK(said(-29, 1) == "2026-09-01 to 2026-09-30");
  outcome.period.reset();
  CHECK(when(outcome, as_of) == "-");
}

TEST_CASE("report: counts are said with their words") {
  CHECK(number(0) == "0");
  CHECK(number(999) == "999");
  CHECK(number(1234567) == "1,234,567");
  CHECK(counted(1, "rule") == "1 rule");
  CHECK(counted({2, 1, 0, 0, 0, 3}) == "2 violations, 1 unknown, 3 not applicable");
  CHECK(listed({"a", "b", "c"}) == "a, b and c");
}

}  // namespace remit::report::text
