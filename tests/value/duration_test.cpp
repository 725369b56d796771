#include "value/duration.h"

#include "support/catch.h"
#include "value/type.h"

namespace remit::value {
namespace {

struct DurationCase {
  std::int64_t count;
  DurationFamily family;
  const char* text;
};

TEST_CASE("value: durations as people say them") {
  const DurationCase cases[] = {
      {0, DurationFamily::kDays, "0 days"},
      {1, DurationFamily::kDays, "1 day"},
      {7, DurationFamily::kDays, "7 days"},
      {10, DurationFamily::kDays, "10 days"},
      {14, DurationFamily::kDays, "2 weeks"},
      {15, DurationFamily::kDays, "15 days"},
      {42, DurationFamily::kDays, "6 weeks"},
      {-14, DurationFamily::kDays, "-2 weeks"},
      {1, DurationFamily::kMonths, "1 month"},
      {3, DurationFamily::kMonths, "3 months"},
      {12, DurationFamily::kMonths, "1 year"},
      {24, DurationFamily::kMonths, "2 years"},
      {18, DurationFamily::kMonths, "18 months"},
      {0, DurationFamily::kMonths, "0 months"},
      {1, DurationFamily::kWorkingDays, "1 working day"},
      {20, DurationFamily::kWorkingDays, "20 working days"},
  };
  for (const DurationCase& test : cases) {
    CHECK(to_string(Duration{test.count, test.family}) == test.text);
  }
}

TEST_CASE("value: types as messages name them") {
  CHECK(to_string(type(Kind::kInteger)) == "integer");
  CHECK(to_string(row_type(3)) == "row");
  CHECK(to_string(list_type(type(Kind::kString))) == "list of string");
  CHECK(to_string(Type{Kind::kCollection, Kind::kPeriod, -1, {}}) == "collection of period");
  CHECK(to_string(type(Kind::kList)) == "list");
}

}  // namespace
}  // namespace remit::value
