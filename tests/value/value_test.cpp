#include "value/value.h"
#include "value/number.h"

#include <charconv>
#include <cstdlib>

#include "support/catch.h"

namespace remit::value {
namespace {

TEST_CASE("value: numbers in their shortest form") {
  const std::pair<double, const char*> cases[] = {
      {0, "0"},
      {-0.0, "0"},
      {1, "1"},
      {-1.5, "-1.5"},
      {0.1, "0.1"},
      {100000, "100000"},
      {1e14, "100000000000000"},
      {123456.789, "123456.789"},
      {0.0001, "0.0001"},
      {1.0 / 3, "0.3333333333333333"},
      {1e300, "1e+300"},
      {1e-9, "1e-09"},
      {2.5e-6, "0.0000025"},
  };
  for (const auto& [number, text] : cases) CHECK(to_string(number) == text);
}

TEST_CASE("value: what decimal fractions come to") {
  CHECK(to_decimal(0.1 + 0.2) == 0.3);
  CHECK(to_decimal(0.3 - 0.1) == 0.2);
  CHECK(to_decimal(1.1 * 1.1) == 1.21);
  CHECK(to_decimal(4.35 * 100) == 435);
  CHECK(to_decimal(1234567.1 + 0.2) == 1234567.3);
  double tenths = 0;
  for (int i = 0; i < 1000; ++i) tenths = to_decimal(tenths + 0.1);
  CHECK(tenths == 100);
  // What is no decimal stays as it is, and so does what is too large for decimals.
  for (const double number : {1.0 / 3, 2.0 / 3, 1e-12, 0.1 + 1e-12, 1e15 + 0.3, 1e300, 0.0}) {
    CHECK(to_decimal(number) == number);
    CHECK(to_decimal(-number) == -number);
  }
}

TEST_CASE("value: numbers read back the same") {
  for (int i = -400; i < 400; ++i) {
    const double number = std::strtod(("1.2345678901234567e" + std::to_string(i)).c_str(), nullptr);
    if (number == 0 || number > 1e308) continue;
    CHECK(std::strtod(to_string(number).c_str(), nullptr) == number);
  }
}

TEST_CASE("value: values as people read them") {
  const auto list =
      std::make_shared<const List>(List{{std::int64_t{1}}, {std::string("a")}, {Missing{}}});
  CHECK(to_string(Value{}) == "missing");
  CHECK(Value{}.is_missing());
  CHECK(to_string(Value{true}) == "true");
  CHECK(to_string(Value{false}) == "false");
  CHECK(to_string(Value{std::int64_t{-7}}) == "-7");
  CHECK(to_string(Value{2.5}) == "2.5");
  CHECK(to_string(Value{std::string("a b")}) == "a b");
  CHECK(to_string(Value{Date{0}}) == "1970-01-01");
  CHECK(to_string(Value{Duration{14, DurationFamily::kDays}}) == "2 weeks");
  CHECK(to_string(Value{Period{{0}, kOpen, PeriodShape::kSpan}}) == "1970-01-01..");
  CHECK(to_string(Value{Row{2, 5}}) == "#5");
  CHECK(to_string(Value{Row{2, -1}}) == "missing");
  CHECK(to_string(Value{list}) == "[1, a, missing]");
  CHECK(Value{true}.as<bool>());
}

}  // namespace
}  // namespace remit::value
