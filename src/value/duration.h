#pragma once

#include <cstdint>
#include <string>

namespace remit::value {

/// The three families of durations; they do not mix in arithmetic or comparison.
enum class DurationFamily : std::uint8_t {
  kDays,         ///< days and weeks, counted in days
  kMonths,       ///< months and years, counted in months
  kWorkingDays,  ///< working days of the rule set's calendar
};

struct Duration {
  std::int64_t count = 0;
  DurationFamily family = DurationFamily::kDays;
  bool operator==(const Duration&) const = default;
};

/// `6 weeks` where a number of days is a whole number of weeks over 13 days, else `10 days`;
/// `3 months`, `2 years`; `1 working day`.
std::string to_string(const Duration& duration);

}  // namespace remit::value
