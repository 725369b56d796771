#include "engine/plain_waits.h"

#include "engine/dates.h"

namespace remit::engine {
namespace {

using value::Date;
using value::Duration;
using value::DurationFamily;

/// No month is shorter; so many of them are no date that cannot be reckoned.
constexpr std::int64_t kDaysOfMonth = 28;
constexpr std::int64_t kMonths = 1200;

Date next_day(Date date) { return {date.days + 1}; }

/// An interval and a tolerance that follow the start of a wait.
class Interval {
 public:
  Interval(const std::optional<Duration>& interval, const std::optional<Duration>& tolerance,
           Context& context)
      : interval_(interval), tolerance_(tolerance), context_(context) {
    if (!interval || !tolerance || tolerance->family != DurationFamily::kDays) return;
    const bool months = interval->family == DurationFamily::kMonths && interval->count >= 0 &&
                        interval->count <= kMonths;
    if (months && tolerance->count >= 0) least_ = interval->count * kDaysOfMonth;
  }

  /// Nothing where it cannot be known.
  std::optional<Date> due(Date start) const {
    if (!interval_ || !tolerance_) return std::nullopt;
    const auto date = add(start, *interval_, context_);
    if (!date || tolerance_->count == 0) return date;
    return add(*date, *tolerance_, context_);
  }
  /// Whether it is, without reckoning the date: what is due some months later is not due before
  /// so many times the shortest of them.
  bool is_in_time(Date start, Date event) const { return event.days - start.days <= least_; }

 private:
  std::optional<Duration> interval_;
  std::optional<Duration> tolerance_;
  std::int64_t least_ = -1;  ///< days that surely pass, where it matters
  Context& context_;
};

/// Goes through the waits of one subject in order.
class PlainWalk {
 public:
  PlainWalk(const WaitRules& rules, const WaitBounds& bounds, const std::vector<Date>& events,
            Context& context)
      : rules_(rules),
        every_(bounds.every, bounds.tolerance, context),
        first_(rules.has_first_within ? rules.first_within : bounds.every, bounds.tolerance,
               context),
        next_(events.begin()),
        end_(events.end()) {}

  WaitResult run() {
    Date start = rules_.resumed.value_or(rules_.from);
    const Interval* interval = rules_.resumed ? &every_ : &first_;
    while (start < rules_.over_end) {
      while (next_ != end_ && *next_ < start) ++next_;
      if (next_ == end_) {
        last(start, *interval);
        break;
      }
      const Date event = *next_++;
      if (!interval->is_in_time(start, event) && !answered(start, event, *interval)) break;
      start = event;
      interval = &every_;
    }
    if (result_.unknown) result_.late.clear();
    return std::move(result_);
  }

 private:
  /// False where it cannot be told whether the event was in time.
  bool answered(Date start, Date event, const Interval& interval) {
    const auto due = interval.due(start);
    if (!due) return !is_unknown(start, next_day(event));
    if (*due < event) {
      result_.late.push_back({value::make_period(next_day(*due), next_day(event)), start, event});
    }
    return true;
  }

  void last(Date start, const Interval& interval) {
    const auto due = interval.due(start);
    if (!due) {
      is_unknown(start, rules_.to);
    } else if (due->days < rules_.to.days - 1) {
      result_.late.push_back({value::make_period(next_day(*due), rules_.to), start, std::nullopt});
    } else if (rules_.as_of <= *due && *due < rules_.over_end) {
      result_.due = due;
      result_.due_since = start;
    }
  }

  /// Notes a wait whose due date is not known, where the rule is in force for any of it.
  bool is_unknown(Date start, Date end) {
    result_.unknown = start < rules_.force.to && rules_.force.from < end;
    if (result_.unknown) result_.unknown_since = start;
    return result_.unknown;
  }

  const WaitRules& rules_;
  Interval every_;
  Interval first_;
  std::vector<Date>::const_iterator next_;
  std::vector<Date>::const_iterator end_;
  WaitResult result_;
};

}  // namespace

WaitResult walk_plain_waits(const WaitRules& rules, const WaitBounds& bounds,
                            const std::vector<Date>& events, Context& context) {
  return PlainWalk(rules, bounds, events, context).run();
}

}  // namespace remit::engine
