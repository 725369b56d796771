#include "value/duration.h"

#include <fmt/format.h>

#include <string_view>

namespace remit::value {
namespace {

std::string counted(std::int64_t count, std::string_view unit) {
  const bool one = count == 1 || count == -1;
  return fmt::format("{} {}{}", count, unit, one ? "" : "s");
}

// Up to 13 days people count days, also one week.
std::string days(std::int64_t count) {
  const bool weeks = count % 7 == 0 && (count > 13 || count < -13);
  return weeks ? counted(count / 7, "week") : counted(count, "day");
}

std::string months(std::int64_t count) {
  const bool years = count % 12 == 0 && count != 0;
  return years ? counted(count / 12, "year") : counted(count, "month");
}

}  // namespace

std::string to_string(const Duration& duration) {
  switch (duration.family) {
    case DurationFamily::kDays:
      return days(duration.count);
    case DurationFamily::kMonths:
      return months(duration.count);
    case DurationFamily::kWorkingDays:
      return counted(duration.count, "working day");
  }
  return {};
}

}  // namespace remit::value
