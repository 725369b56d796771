#include "generator/planting.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

std::string add_officer(County& county, const Workforce& workforce) {
  return add_worker(county, workforce,
                    {"iro",
                     "Independent reviewing officer",
                     workforce.review_team,
                     {kStart, kEnd},
                     {},
                     "employed"})
      .id;
}

LookedAfterCase add_case(County& county, const Workforce& workforce, Span span) {
  return add_looked_after_case(county, workforce, span, {}, Outlook::kUnsettled);
}

// The case's reviewing officer from the beginning.
std::string add_reviewed_case(County& county, const Workforce& workforce, Span span,
                              const std::string& officer) {
  const LookedAfterCase made = add_case(county, workforce, span);
  county.allocations.set(made.officer_allocation, "worker_id", officer);
  return made.officer_allocation;
}

void plant_in_officers(County& county, const Workforce& workforce) {
  const std::string rule = "EC-RG-004";
  const std::string lapsed = add_officer(county, workforce);
  add_registration(county, lapsed, {day("2019-12-02"), day("2024-07-01")});
  add_registration(county, lapsed, {day("2024-09-02"), kEnd});
  for (const char* start : {"2023-11-13", "2024-02-19"}) {
    const Span span{day(start), day("2025-05-05")};
    county.expect(rule, "violation", add_reviewed_case(county, workforce, span, lapsed),
                  Span{day("2024-07-01"), day("2024-09-02")},
                  "the officer's registration lapsed for two months");
  }
  const std::string unregistered = add_officer(county, workforce);
  const Span second{day("2025-04-07"), kEnd};
  county.expect(rule, "violation", add_reviewed_case(county, workforce, second, unregistered),
                second, "the officer is on no register");

  const std::string unstated = add_officer(county, workforce);
  add_registration(county, unstated, always_registered(), "SWE", "");
  const Span third{day("2024-06-03"), day("2025-01-06")};
  county.expect(rule, "unknown", add_reviewed_case(county, workforce, third, unstated), third,
                "the status of the officer's register entry is not recorded");

  const std::string scottish = add_officer(county, workforce);
  add_registration(county, scottish, {day("2020-03-02"), kEnd}, "SSSC");
  add_reviewed_case(county, workforce, {day("2024-08-05"), day("2025-03-03")}, scottish);
}

void plant_in_own_casework(County& county, const Workforce& workforce) {
  const std::string rule = "EC-AL-005";
  const Span span{day("2024-03-11"), day("2025-09-01")};
  const LookedAfterCase shared = add_case(county, workforce, span);
  const std::string officer = county.allocations.get(shared.officer_allocation, "worker_id");
  const std::string helped =
      allocate(county, shared.of, officer, "co", {day("2024-09-02"), day("2024-12-02")});
  county.expect(rule, "violation", shared.officer_allocation + " + " + helped, day("2024-09-02"),
                "the officer helped out on the case for three months");

  const LookedAfterCase older = add_case(county, workforce, span);
  const std::string adviser = county.allocations.get(older.officer_allocation, "worker_id");
  const std::string advised =
      allocate(county, older.of, adviser, "personal_adviser", {day("2025-01-13"), span.to});
  county.expect(rule, "violation", older.officer_allocation + " + " + advised, day("2025-01-13"),
                "the officer became the young person's personal adviser");

  const LookedAfterCase unstated = add_case(county, workforce, span);
  const std::string& helper = workforce.social_workers.front().id;
  const std::string blank =
      allocate(county, unstated.of, helper, "co", {day("2024-05-06"), day("2024-11-04")});
  blank_role(county, blank, "the role in the allocation is not recorded");
}

void plant_in_management(County& county, const Workforce& workforce) {
  const std::string rule = "EC-AL-006";
  const Span span{day("2024-02-12"), day("2025-08-04")};
  const char* lines[][2] = {{"2023-09-04", "2024-10-07"}, {"2024-11-11", "2025-03-03"}};
  for (const auto& line : lines) {
    const LookedAfterCase managed = add_case(county, workforce, span);
    const std::string officer = county.allocations.get(managed.officer_allocation, "worker_id");
    const Worker helper = add_social_worker(county, workforce);
    const Span held{day("2024-06-03"), day("2025-01-06")};
    const std::string allocation = allocate(county, managed.of, helper.id, "co", held);
    add_line(county, helper.id, officer, {day(line[0]), day(line[1])});
    county.expect(rule, "violation", managed.officer_allocation + " + " + allocation, held.from,
                  "the officer managed a worker of the case");
  }
  // The line ended as the allocation began.
  const LookedAfterCase earlier = add_case(county, workforce, span);
  const Worker former = add_social_worker(county, workforce);
  allocate(county, earlier.of, former.id, "co", {day("2024-06-03"), day("2025-01-06")});
  add_line(county, former.id, county.allocations.get(earlier.officer_allocation, "worker_id"),
           {day("2023-06-05"), day("2024-06-03")});
}

}  // namespace

void plant_in_reviewing(County& county, const Workforce& workforce) {
  plant_in_officers(county, workforce);
  plant_in_own_casework(county, workforce);
  plant_in_management(county, workforce);
}

}  // namespace example
