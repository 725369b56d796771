#include "value/calendar.h"

#include <algorithm>
#include <utility>

namespace remit::value {
namespace {

bool earlier(const Holiday& left, const Holiday& right) { return left.date < right.date; }

std::vector<Holiday>::const_iterator find_holiday(const std::vector<Holiday>& holidays, Date date) {
  const auto found = std::lower_bound(holidays.begin(), holidays.end(), Holiday{date, {}}, earlier);
  return found != holidays.end() && found->date == date ? found : holidays.end();
}

}  // namespace

Calendar::Calendar(std::string name, Date first, Date last, std::vector<bool> weekend,
                   std::vector<Holiday> holidays)
    : name_(std::move(name)), first_(first), last_(last), holidays_(std::move(holidays)) {
  std::stable_sort(holidays_.begin(), holidays_.end(), earlier);
  weekend.resize(7, false);
  before_.push_back(0);
  auto next = std::lower_bound(holidays_.begin(), holidays_.end(), Holiday{first, {}}, earlier);
  for (Date day = first_; day <= last_; ++day.days) {
    while (next != holidays_.end() && next->date < day) ++next;
    const bool is_holiday = next != holidays_.end() && next->date == day;
    if (!is_holiday && !weekend[static_cast<std::size_t>(weekday(day) - 1)]) {
      working_days_.push_back(day.days - first_.days);
    }
    before_.push_back(static_cast<std::int32_t>(working_days_.size()));
  }
}

std::size_t Calendar::index(Date date) const {
  return static_cast<std::size_t>(date.days - first_.days);
}

std::optional<std::string> Calendar::holiday(Date date) const {
  const auto found = find_holiday(holidays_, date);
  if (found == holidays_.end()) return std::nullopt;
  return found->name;
}

std::optional<bool> Calendar::is_working_day(Date date) const {
  if (!contains(date)) return std::nullopt;
  return before_[index(date) + 1] > before_[index(date)];
}

std::optional<Date> Calendar::add_working_days(Date date, std::int64_t n) const {
  if (!contains(date)) return std::nullopt;
  if (n == 0) return date;
  const auto count = static_cast<std::int64_t>(working_days_.size());
  if (n > count || n < -count) return std::nullopt;
  const std::int64_t wanted = n > 0 ? before_[index(date) + 1] + n - 1 : before_[index(date)] + n;
  if (wanted < 0 || wanted >= count) return std::nullopt;
  return Date{first_.days + working_days_[static_cast<std::size_t>(wanted)]};
}

std::optional<std::int64_t> Calendar::working_days_between(Date from, Date to) const {
  if (!contains(from) || !contains(to)) return std::nullopt;
  if (to <= from) return 0;
  return before_[index(to) + 1] - before_[index(from) + 1];
}

}  // namespace remit::value
