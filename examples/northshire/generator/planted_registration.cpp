#include <algorithm>

#include "generator/planting.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

Worker add_in_post(County& county, const Workforce& workforce, Span in_post,
                   const std::vector<Span>& registered) {
  return add_supervised_worker(county, workforce,
                               {"social_worker", "Social worker", "", in_post, {}, "employed"},
                               registered);
}

void plant_in_posts(County& county, const Workforce& workforce) {
  const std::string rule = "EC-RG-001";
  const Worker lapsed =
      add_in_post(county, workforce, {kStart, kEnd},
                  {{day("2019-12-02"), day("2024-12-01")}, {day("2025-01-15"), kEnd}});
  county.expect(rule, "violation", lapsed.post, Span{day("2024-12-01"), day("2025-01-15")},
                "the renewal was missed; restored six weeks later");

  const Worker early =
      add_in_post(county, workforce, {day("2024-09-02"), kEnd}, {{day("2024-10-07"), kEnd}});
  county.expect(rule, "violation", early.post, Span{day("2024-09-02"), day("2024-10-07")},
                "began before the registration came through");

  const Worker gone = add_in_post(county, workforce, {day("2023-10-02"), kEnd},
                                  {{day("2019-12-02"), day("2025-12-01")}});
  county.expect(rule, "violation", gone.post, Span{day("2025-12-01"), kEnd},
                "the renewal of 2025 was missed");

  const Worker old = add_in_post(county, workforce, {kStart, day("2024-05-01")}, {});
  add_registration(county, old.id, {day("2014-11-03"), kEnd}, "HCPC");
  county.expect(rule, "violation", old.post, Span{kStart, day("2024-05-01")},
                "stands on the register that ended in 2019 only");

  const Worker unstated = add_in_post(county, workforce, {day("2024-01-15"), kEnd}, {});
  add_registration(county, unstated.id, always_registered(), "SWE", "");
  county.expect(rule, "unknown", unstated.post, Span{day("2024-01-15"), kEnd},
                "the status of the register entry is not recorded");

  const Worker nowhere = add_in_post(county, workforce, {day("2023-06-12"), day("2025-06-30")}, {});
  const std::string entry = add_registration(county, nowhere.id, always_registered());
  county.registrations.set(entry, "regulator", "");
  county.registrations.set(entry, "number", "");
  county.expect(rule, "unknown", nowhere.post, Span{day("2023-06-12"), day("2025-06-30")},
                "which register it is is not recorded");
  // A register of another country counts.
  const Worker visiting =
      add_in_post(county, workforce, {day("2024-03-04"), day("2024-12-02")}, {});
  add_registration(county, visiting.id, {day("2021-01-04"), kEnd}, "SSSC");
}

void plant_in_titles(County& county, const Workforce& workforce) {
  const std::string rule = "EC-RG-002";
  const auto titled = [&](const std::string& role, const std::string& title, Span in_post) {
    return add_supervised_worker(county, workforce, {role, title, "", in_post, {}, "employed"}, {})
        .post;
  };
  const Span first{day("2024-02-05"), kEnd};
  county.expect(rule, "unknown", titled("support_worker", "Community social worker", first), first,
                "bears the title without being on the register");
  const Span second{day("2023-08-07"), day("2025-02-03")};
  county.expect(rule, "unknown", titled("personal_adviser", "Leaving care social worker", second),
                second, "bears the title without being on the register");
  const Span third{day("2024-11-04"), kEnd};
  county.expect(rule, "unknown", titled("support_worker", "", third), third,
                "the title is not recorded");
  titled("support_worker", "Social worker's assistant", {day("2024-01-08"), kEnd});
  add_supervised_worker(county, workforce,
                        {"psw", "Principal social worker", "", {kStart, kEnd}, {}, "employed"},
                        {always_registered()});
}

}  // namespace

void plant_in_registration(County& county, const Workforce& workforce) {
  plant_in_posts(county, workforce);
  plant_in_titles(county, workforce);
}

void plant_in_suspension(County& county, const Workforce& workforce) {
  const std::string rule = "EC-RG-003";
  const Span span{day("2024-01-08"), day("2025-10-06")};
  const auto of = add_looked_after_case(county, workforce, span, {}, Outlook::kUnsettled).of;
  const Worker first = add_social_worker(county, workforce);
  const std::string suspension =
      county.orders.add({first.id, "interim_suspension", "2024-06-10", "2024-09-30", ""});
  const std::string held =
      allocate(county, of, first.id, "co", {day("2024-02-05"), day("2024-08-01")});
  county.expect(rule, "violation", held + " + " + suspension, day("2024-06-10"),
                "went on holding the case when suspended");
  allocate(county, of, first.id, "co", {day("2024-10-07"), day("2025-03-03")});

  const Worker second = add_social_worker(county, workforce);
  const std::string open = county.orders.add({second.id, "suspension", "2024-11-04", "", ""});
  const std::string begun =
      allocate(county, of, second.id, "contributor", {day("2025-01-13"), kEnd});
  county.expect(rule, "violation", begun + " + " + open, day("2025-01-13"),
                "was given the case while suspended");
  allocate(county, of, second.id, "co", {day("2024-05-06"), day("2024-11-04")});

  const Worker third = add_social_worker(county, workforce);
  const std::string unnamed = county.orders.add({third.id, "", "2025-02-03", "2025-04-30", ""});
  const std::string doubtful = allocate(county, of, third.id, "co", {day("2024-12-02"), kEnd});
  county.expect(rule, "unknown", doubtful + " + " + unnamed, day("2025-02-03"),
                "what the order forbids is not recorded");

  const Worker bound = add_social_worker(county, workforce);
  county.orders.add({bound.id, "conditions", "2024-03-04", "2025-03-03", "2024-03-04"});
  allocate(county, of, bound.id, "co", {day("2024-04-08"), day("2024-12-02")});
}

}  // namespace example
