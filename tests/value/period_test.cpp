#include "value/period.h"

#include <vector>

#include "support/catch.h"

namespace remit::value {
namespace {

constexpr Date day(int number) { return {number}; }

Period span(int from, int to) { return make_period(day(from), day(to)); }
Period open(int from) { return {day(from), kOpen, PeriodShape::kSpan}; }
Period instant(int at) { return {day(at), day(at), PeriodShape::kInstant}; }

std::vector<Period> all_periods() {
  std::vector<Period> periods;
  for (int from = 0; from < 6; ++from) {
    for (int to = from; to < 7; ++to) periods.push_back(span(from, to));
    periods.push_back(open(from));
    periods.push_back(instant(from));
  }
  return periods;
}

constexpr int kHorizon = 20;  // past every end in all_periods

TEST_CASE("value: periods as a model stores them") {
  CHECK(stored_period(day(3), std::nullopt, false) == open(3));
  CHECK(stored_period(day(3), day(5), false) == span(3, 5));
  CHECK(stored_period(day(3), day(5), true) == span(3, 6));
  CHECK(stored_period(day(3), day(3), false) == instant(3));
  CHECK(stored_period(day(3), day(3), true) == span(3, 4));
  CHECK_FALSE(stored_period(day(3), day(2), true));
  CHECK_FALSE(stored_period(day(3), day(2), false));
  CHECK(stored_period(day(3), kLastDate, true)->to.days == kLastDate.days + 1);
}

TEST_CASE("value: periods that rules make") {
  CHECK(make_period(day(3), day(5)).shape == PeriodShape::kSpan);
  CHECK(make_period(day(5), day(5)).shape == PeriodShape::kEmpty);
  CHECK(make_period(day(5), day(3)) == make_period(day(5), day(5)));
}

TEST_CASE("value: first and end day, and length") {
  CHECK(first_day(instant(4)) == day(4));
  CHECK(end_day(instant(4)) == day(5));
  CHECK(end_day(span(4, 9)) == day(9));
  CHECK(end_day(open(4)) == kOpen);
  CHECK(end_day(span(4, 4)) == day(4));
  CHECK(is_open(open(4)));
  CHECK_FALSE(is_open(span(4, 9)));
  CHECK(length(span(4, 9), day(6)) == 5);
  CHECK(length(instant(4), day(0)) == 1);
  CHECK(length(span(4, 4), day(9)) == 0);
  CHECK(length(open(4), day(4)) == 1);
  CHECK(length(open(4), day(9)) == 6);
  CHECK(length(open(4), day(3)) == 0);
  CHECK(length(open(4), day(1)) == 0);
}

TEST_CASE("value: covering agrees with the days covered") {
  for (const Period& outer : all_periods()) {
    for (const Period& inner : all_periods()) {
      bool all_days = true;
      for (int i = 0; i < kHorizon; ++i) {
        if (covers(inner, day(i)) && !covers(outer, day(i))) all_days = false;
      }
      INFO(to_string(outer) << " covers " << to_string(inner));
      CHECK(covers(outer, inner) == all_days);
    }
  }
}

TEST_CASE("value: spans overlap where they share a day, and then in these days") {
  for (const Period& left : all_periods()) {
    for (const Period& right : all_periods()) {
      if (left.shape == PeriodShape::kInstant || right.shape == PeriodShape::kInstant) continue;
      const Period both = overlap(left, right);
      bool shared = false;
      for (int i = 0; i < kHorizon; ++i) {
        const bool here = covers(left, day(i)) && covers(right, day(i));
        shared = shared || here;
        INFO(to_string(left) << " and " << to_string(right));
        CHECK(covers(both, day(i)) == here);
      }
      CHECK(overlaps(left, right) == shared);
      CHECK((both.shape == PeriodShape::kEmpty) == !shared);
    }
  }
}

TEST_CASE("value: an instant overlaps only what runs on both sides of it") {
  CHECK(overlaps(instant(5), span(4, 6)));
  CHECK(overlaps(span(4, 6), instant(5)));
  CHECK(overlaps(instant(5), open(4)));
  CHECK_FALSE(overlaps(instant(5), span(5, 9)));  // a hand-over on the day
  CHECK_FALSE(overlaps(instant(5), span(1, 5)));
  CHECK_FALSE(overlaps(instant(5), open(5)));
  CHECK_FALSE(overlaps(instant(5), instant(5)));
  CHECK_FALSE(overlaps(instant(5), span(5, 5)));
  CHECK(overlap(instant(5), span(4, 6)) == instant(5));
  CHECK(overlap(span(4, 6), instant(5)) == instant(5));
  CHECK(overlap(instant(5), span(5, 9)).shape == PeriodShape::kEmpty);
}

TEST_CASE("value: what does not overlap stands before or after") {
  for (const Period& left : all_periods()) {
    for (const Period& right : all_periods()) {
      if (left.shape == PeriodShape::kEmpty || right.shape == PeriodShape::kEmpty) continue;
      INFO(to_string(left) << " and " << to_string(right));
      CHECK(overlaps(left, right) == overlaps(right, left));
      CHECK(overlaps(left, right) == !(before(left, right) || before(right, left)));
    }
  }
}

TEST_CASE("value: periods as text") {
  CHECK(to_string(span(0, 31)) == "1970-01-01..1970-02-01");
  CHECK(to_string(open(0)) == "1970-01-01..");
  CHECK(to_string(instant(0)) == "1970-01-01");
  CHECK(to_string(span(3, 3)) == "empty");
}

}  // namespace
}  // namespace remit::value
