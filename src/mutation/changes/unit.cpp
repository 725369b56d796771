#include <cmath>
#include <cstdlib>

#include "mutation/changes.h"

namespace remit::mutation {
namespace {

using value::Duration;
using value::DurationFamily;

constexpr double kDaysOfMonth = 365.2425 / 12;
/// So far off, for each month, people still take weeks for months: four weeks, twelve weeks.
constexpr double kNearMonth = 2.5;

/// What people write when they mean days and weeks of this length.
std::vector<Duration> for_days(std::int64_t days) {
  std::vector<Duration> others{{days, DurationFamily::kWorkingDays}};
  if (days % 7 == 0) others.push_back({days / 7 * 5, DurationFamily::kWorkingDays});
  const auto months = std::llround(static_cast<double>(days) / kDaysOfMonth);
  const double off =
      std::abs(static_cast<double>(days) - static_cast<double>(months) * kDaysOfMonth);
  if (months > 0 && off <= kNearMonth * static_cast<double>(months)) {
    others.push_back({months, DurationFamily::kMonths});
  }
  return others;
}

std::vector<Duration> for_months(std::int64_t months) {
  const auto weeks = std::llround(static_cast<double>(months) * kDaysOfMonth / 7);
  return {{months * 28, DurationFamily::kDays},
          {weeks * 7, DurationFamily::kDays},
          {months * 30, DurationFamily::kDays}};
}

std::vector<Duration> for_working_days(std::int64_t days) {
  std::vector<Duration> others{{days, DurationFamily::kDays}};
  if (days % 5 == 0) others.push_back({days / 5 * 7, DurationFamily::kDays});
  return others;
}

std::vector<Duration> mistaken_for(const Duration& duration) {
  switch (duration.family) {
    case DurationFamily::kDays:
      return for_days(duration.count);
    case DurationFamily::kMonths:
      return for_months(duration.count);
    case DurationFamily::kWorkingDays:
      return for_working_days(duration.count);
  }
  return {};
}

std::string case_of(DurationFamily one, DurationFamily other) {
  const bool working = one == DurationFamily::kWorkingDays || other == DurationFamily::kWorkingDays;
  return working
             ? "a case with a weekend or a holiday before the bound, and something exactly on it"
             : "a case with something exactly on the bound, in a month that is not of 28 or "
               "30 days";
}

}  // namespace

void change_unit(const Site& site, Maker& maker) {
  const auto* constant = std::get_if<lang::typed::Constant>(&site.node->kind);
  const auto* duration =
      constant == nullptr ? nullptr : std::get_if<Duration>(&constant->value.data);
  if (duration == nullptr || !site.any_unit || duration->count < 1) return;
  const bool calendar = maker.original().environment().calendar != nullptr;
  for (const Duration& other : mistaken_for(*duration)) {
    if (other.family == DurationFamily::kWorkingDays && !calendar) continue;
    const std::string text = value::to_string(other);
    Change change = maker.edited(site, site.node->span, text, site.node->span, text);
    change.missing_case = case_of(duration->family, other.family);
    value::Type type = site.node->type;
    type.family = other.family;
    maker.replace(site, make_node(*site.node, type, lang::typed::Constant{{other}}),
                  std::move(change));
  }
}

}  // namespace remit::mutation
