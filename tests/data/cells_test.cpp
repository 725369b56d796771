#include "data/cells/explain_date.h"
#include "data/cells/parse.h"
#include "data/quote.h"
#include "support/catch.h"
#include "value/date.h"

namespace remit::data {

TEST_CASE("data cells: integers") {
  struct Case {
    std::string_view text;
    std::optional<std::int64_t> value;
  };
  const Case cases[] = {
      {"0", 0},
      {"-0", 0},
      {"007", 7},
      {"+7", 7},
      {"-7", -7},
      {"", {}},
      {"+", {}},
      {"-", {}},
      {"+-7", {}},
      {"7.0", {}},
      {"7e2", {}},
      {" 7", {}},
      {"7 ", {}},
      {"1,000", {}},
      {"0x1F", {}},
      {"٣", {}},
      {"9223372036854775807", INT64_MAX},
      {"9223372036854775808", {}},
      {"-9223372036854775808", INT64_MIN},
      {"-9223372036854775809", {}},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(parse_integer(c.text) == c.value);
  }
}

TEST_CASE("data cells: numbers") {
  struct Case {
    std::string_view text;
    std::optional<double> value;
  };
  const Case cases[] = {
      {"0.5", 0.5},
      {".5", 0.5},
      {"5.", 5.0},
      {"+0.5", 0.5},
      {"-2", -2.0},
      {"1e3", 1e3},
      {"1E-3", 1e-3},
      {"1e999", {}},
      {"inf", {}},
      {"-inf", {}},
      {"nan", {}},
      {"NaN", {}},
      {"-nan", {}},
      {"infinity", {}},
      {"1,5", {}},
      {"1 000", {}},
      {"", {}},
      {".", {}},
      {"-", {}},
      {"0x10", {}},
      {"1.2.3", {}},
      {" 1", {}},
      {"9007199254740993", 9007199254740992.0},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(parse_number(c.text) == c.value);
  }
  CHECK_FALSE(std::signbit(*parse_number("-0.0")));
}

TEST_CASE("data cells: booleans are the words of the field") {
  model::Field field;
  field.true_values = {"Y", "yes"};
  field.false_values = {"N"};
  CHECK(parse_boolean("yes", field) == true);
  CHECK(parse_boolean("N", field) == false);
  CHECK_FALSE(parse_boolean("no", field).has_value());
  CHECK_FALSE(parse_boolean("", field).has_value());
}

TEST_CASE("data cells: dates and time stamps") {
  const auto day = [](std::string_view text, bool datetime) {
    const auto days = parse_day(text, datetime);
    return days ? value::to_string(value::Date{*days}) : std::string("none");
  };
  CHECK(day("2024-02-29", false) == "2024-02-29");
  CHECK(day("2023-02-29", false) == "none");
  CHECK(day("2024-01-05T10:00:00", false) == "none");
  for (const char* text :
       {"2024-01-05", "2024-01-05T10:00", "2024-01-05 10:00:00", "2024-01-05T10:00:00Z",
        "2024-01-05T23:59:60.123456789+01:00", "2024-01-05T00:00:00,5-0130", "2024-01-05t24:00:00z",
        "2024-01-05 10:00:00 +02", "2024-01-05 10:00:00.000 Z"}) {
    INFO(text);
    CHECK(day(text, true) == "2024-01-05");
  }
  for (const char* text :
       {"2024-01-05T", "2024-01-05T10", "2024-01-05T25:00", "2024-01-05T10:60", "2024-01-05x10:00",
        "2024-01-05T10:00:00.", "2024-01-05T10:00:00+", "2024-01-05T10:00:00 ", "2024-01-32T10:00",
        "2024-01-05T10:00:61", "2024-01-05T10:00:00+1", "2024-01-05T10:00:00ZZ", ""}) {
    INFO(text);
    CHECK(day(text, true) == "none");
  }
}

TEST_CASE("data cells: what a text that is no date looks like") {
  CHECK(date_hint("31/02/2024") == "it looks like day/month/year");
  CHECK(date_hint("1.2.2024") == "it looks like day/month/year");
  CHECK(date_hint("2024-02-30") == "there is no such day");
  CHECK(date_hint("2024/02/03").find("joined by `-`") != std::string_view::npos);
  CHECK(date_hint("2024-2-3").find("two digits") != std::string_view::npos);
  CHECK(date_hint("45296") == "it looks like the day number of a spreadsheet");
  CHECK(date_hint("20240203") == "it lacks the hyphens");
  CHECK(date_hint("3 Feb 2024") == "months are written as numbers");
  CHECK(date_hint("2024-01-05T10:00:00Z").find("format: datetime") != std::string_view::npos);
  CHECK(date_hint("soon").empty());
  CHECK(date_hint(std::string(100000, '9')).empty());
}

TEST_CASE("data cells: spaces around a text, no-break ones too") {
  CHECK(trimmed(" \t a b \r\n") == "a b");
  CHECK(trimmed("\xC2\xA0x\xC2\xA0 ") == "x");
  CHECK(trimmed(" \xC2\xA0 ").empty());
  CHECK(trimmed("").empty());
}

TEST_CASE("data cells: values are quoted on one line, in UTF-8, and cut") {
  CHECK(in_backticks("a\nb\tc\rd\x1B[31m") == "`a\\nb\\tc\\rd\\x1b[31m`");
  CHECK(in_backticks("Jos\xE9") == "`Jos\xEF\xBF\xBD`");
  CHECK(in_backticks(std::string_view("a\0b", 3)) ==
        "`a\xEF\xBF\xBD"
        "b`");
  CHECK(in_backticks(std::string(201, 'x')) == "`" + std::string(200, 'x') + "…`");
  CHECK(shown_value(std::string(1001, 'x')) == std::string(1000, 'x') + "…");
  CHECK(shown_value("a\nb") == "a\nb");
}

TEST_CASE("data cells: text is UTF-8 without NUL") {
  CHECK(is_text("José ʤ 𝄞"));
  CHECK_FALSE(is_text("Jos\xE9"));
  CHECK_FALSE(is_text("\xC0\x80"));
  CHECK_FALSE(is_text("\xED\xA0\x80"));
  CHECK_FALSE(is_text(std::string_view("a\0", 2)));
  CHECK_FALSE(is_text(std::string_view("é\0", 3)));
}

}  // namespace remit::data
