#include "northshire/generator/completing.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

const Span kFostered{day("2024-01-15"), day("2025-06-02")};

FosteredCase add_fostered(County& county, const Workforce& workforce, Span span = kFostered) {
  FosteredCase made = add_privately_fostered_case(county, workforce, span);
  complete_fostering(county, made.status);
  return made;
}

void remove_first_visit(County& county, const FosteredCase& made) {
  const Date start = made.of.span.from;
  remove_dated(county.visits, "case_id", made.of.id, "seen_on", {start, plus(start, 20)});
}

void plant_in_first_visits(County& county, const Workforce& workforce) {
  const Due due = [](Date since, int number) {
    return number == 0 ? plus_working_days(since, 7) : kEnd;
  };
  for (const char* from : {"2023-11-13", "2024-09-09"}) {
    const FosteredCase made = add_fostered(county, workforce, {day(from), plus(day(from), 400)});
    remove_first_visit(county, made);
    expect_late(county, "EC-PF-001", made.status,
                dates_of(county.visits, "case_id", made.of.id, "seen_on"), made.of.span, due,
                "the first visit came weeks after the notification");
  }
  // Nobody notified the council: nothing to count from.
  const FosteredCase found = add_fostered(county, workforce);
  remove_first_visit(county, found);
  county.statuses.set(found.status, "notified_on", "");
}

void plant_in_fostering_visits(County& county, const Workforce& workforce) {
  const FosteredCase made = add_fostered(county, workforce);
  const std::vector<std::string> visits = county.visits.where("case_id", made.of.id);
  const auto change = [&](std::size_t number, const char* alone, const char* reason,
                          const std::string& verdict, const std::string& what) {
    const std::string& key = visits.at(number);
    county.visits.set(key, "seen_alone", alone);
    county.visits.set(key, "alone_reason", reason);
    county.expect("EC-PF-002", verdict, key, day(county.visits.get(key, "seen_on")), what);
  };
  change(0, "false", "unable", "violation", "not spoken to alone for a reason that is none here");
  change(3, "false", "refused", "violation", "not spoken to alone for a reason that is none here");
  change(5, "", "", "unknown", "whether the child was seen alone is not recorded");
  for (const std::size_t number : {2U, 6U}) {
    const std::string& key = visits.at(number);
    county.visits.set(key, "report_on", "");
    county.expect("EC-PF-003", "violation", key, day(county.visits.get(key, "seen_on")),
                  "no report of the visit");
  }
}

}  // namespace

void plant_in_fostering(County& county, const Workforce& workforce) {
  plant_in_first_visits(county, workforce);
  plant_in_fostering_visits(county, workforce);
}

}  // namespace example
