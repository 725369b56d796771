#include <algorithm>

#include "generator/planting.h"
#include "northshire/generator/planted.h"

namespace example {
namespace {

const char* const kRoleMissing = "the role in the allocation is not recorded";

std::string only_lead(const County& county, const Case& of) {
  return county.allocations.where("case_id", of.id).front();
}

void plant_in_enquiry_leads(County& county, const Workforce& workforce) {
  const std::string rule = "EC-AL-001";
  const Span first{day("2024-06-11"), day("2024-06-26")};
  const auto unqualified = add_enquiry_case(county, workforce, first);
  county.allocations.set(only_lead(county, unqualified.of), "worker_id",
                         workforce.support_workers[3].id);
  county.expect(rule, "violation", unqualified.enquiry, first,
                "the case was a support worker's during the enquiry");

  const Span second{day("2025-02-18"), day("2025-03-05")};
  const auto late = add_enquiry_case(county, workforce, second);
  county.allocations.set(only_lead(county, late.of), "started_on", "2025-02-21");
  county.allocations.set(only_lead(county, late.of), "recorded_on", "2025-02-21");
  county.expect(rule, "violation", late.enquiry, Span{second.from, day("2025-02-21")},
                "the case was allocated three days into the enquiry");

  const Span third{day("2025-05-13"), day("2025-05-29")};
  const auto unstated = add_enquiry_case(county, workforce, third);
  blank_role(county, only_lead(county, unstated.of), kRoleMissing);
  county.expect(rule, "unknown", unstated.enquiry, third, kRoleMissing);
}

// A child protection plan with leads of its own: one worker, then the stretch in the middle, then
// the worker again.
struct Middle {
  ProtectionCase made;
  Worker worker;
  Span span;
};

Middle add_middle(County& county, const Workforce& workforce, const char* from, int days) {
  const Span span{day(from), plus(day(from), 330)};
  Middle middle{
      add_protection_case(county, workforce, span), add_social_worker(county, workforce), {}};
  middle.span.from = plus(middle.made.plan_span.from, 45);
  middle.span.to = plus(middle.span.from, days);
  return middle;
}

std::vector<std::string> hold_around(County& county, const Middle& middle,
                                     const std::vector<Tenure>& between) {
  const Span whole = middle.made.of.span;
  std::vector<Tenure> tenures{{middle.worker.id, {whole.from, middle.span.from}}};
  tenures.insert(tenures.end(), between.begin(), between.end());
  tenures.push_back({middle.worker.id, {middle.span.to, whole.to}});
  return replace_leads(county, middle.made.of, tenures);
}

void plant_in_plan_leads(County& county, const Workforce& workforce) {
  const std::string rule = "EC-AL-002";
  const Middle helped = add_middle(county, workforce, "2024-03-04", 23);
  hold_around(county, helped, {{workforce.support_workers[4].id, helped.span}});
  county.expect(rule, "violation", helped.made.plan, helped.span,
                "a support worker held the case for three weeks");

  const Middle gap = add_middle(county, workforce, "2024-08-12", 9);
  hold_around(county, gap, {});
  county.expect(rule, "violation", gap.made.plan, gap.span, "nobody held the case for nine days");

  const Middle unstated = add_middle(county, workforce, "2025-01-13", 30);
  const auto keys =
      hold_around(county, unstated, {{workforce.social_workers.front().id, unstated.span}});
  blank_role(county, keys.at(1), kRoleMissing);
  county.expect(rule, "unknown", unstated.made.plan, unstated.made.plan_span, kRoleMissing);
}

void plant_lapsed_lead(County& county, const Workforce& workforce) {
  const Middle lapsed = add_middle(county, workforce, "2024-06-03", 40);
  const Span whole = lapsed.made.of.span;
  const std::string entry = county.registrations.where("worker_id", lapsed.worker.id).front();
  county.registrations.set(entry, "valid_to", remit::value::to_string(plus(lapsed.span.from, -1)));
  add_registration(county, lapsed.worker.id, {lapsed.span.to, kEnd});
  replace_leads(county, lapsed.made.of, {{lapsed.worker.id, whole}});
  county.expect("EC-AL-002", "violation", lapsed.made.plan, lapsed.span,
                "the lead's registration lapsed");
  county.expect("EC-RG-001", "violation", lapsed.worker.post, lapsed.span,
                "the lead's registration lapsed");
}

void plant_plan_across_editions(County& county, const Workforce& workforce) {
  const Span span{day("2023-08-07"), day("2024-08-05")};
  const auto made = add_protection_case(county, workforce, span);
  const std::string worker = add_social_worker(county, workforce).id;
  const Date from = day("2023-12-04");
  const Date to = day("2024-01-10");
  replace_leads(county, made.of,
                {{worker, {span.from, from}},
                 {workforce.support_workers[5].id, {from, to}},
                 {worker, {to, span.to}}});
  county.expect("EC-AL-002", "violation", made.plan, Span{day("2023-12-15"), to},
                "a support worker held the case; only the part since the guidance counts");
}

}  // namespace

void plant_in_protection_leads(County& county, const Workforce& workforce) {
  plant_in_enquiry_leads(county, workforce);
  plant_in_plan_leads(county, workforce);
  plant_lapsed_lead(county, workforce);
  plant_plan_across_editions(county, workforce);
}

namespace {

std::string status_of(const County& county, const Case& of) {
  return county.statuses.where("case_id", of.id).front();
}

void plant_before_change(County& county, const Workforce& workforce) {
  const std::string rule = "EC-AL-003";
  const std::string& worker = workforce.social_workers.front().id;
  const std::string& support = workforce.support_workers.front().id;
  const Span span{day("2023-04-03"), day("2023-10-02")};
  const Span middle{day("2023-06-05"), day("2023-07-17")};
  const std::vector<Tenure> around{
      {worker, {span.from, middle.from}}, {support, middle}, {worker, {middle.to, span.to}}};
  const Case helped = add_need_case(county, workforce, span);
  replace_leads(county, helped, around);
  county.expect(rule, "violation", status_of(county, helped), middle,
                "a support worker led for six weeks");

  const Case late = add_need_case(county, workforce, span);
  replace_leads(county, late, {{worker, {day("2023-04-17"), span.to}}});
  county.expect(rule, "violation", status_of(county, late), Span{span.from, day("2023-04-17")},
                "nobody held the case in the first two weeks");

  const Case unstated = add_need_case(county, workforce, span);
  const auto keys = replace_leads(county, unstated, around);
  blank_role(county, keys.at(0), kRoleMissing);
  county.expect(rule, "violation", status_of(county, unstated), middle,
                "a support worker led for six weeks; that is certain");
  county.expect(rule, "unknown", status_of(county, unstated), span, kRoleMissing);
}

void plant_across_change(County& county, const Workforce& workforce) {
  const Span span{day("2023-10-02"), day("2024-03-04")};
  const Date change = day("2023-12-15");
  const Case led = add_need_case(county, workforce, span);
  replace_leads(county, led, {{workforce.support_workers.back().id, span}});
  county.expect("EC-AL-003", "violation", status_of(county, led), Span{span.from, change},
                "a support worker led when guidance forbade it");
  county.expect("EC-AL-004", "violation", status_of(county, led), Span{change, span.to},
                "a support worker led and nobody had oversight");
}

// The allocation of the manager who oversees the case.
std::string oversight_of(const County& county, const Case& of) {
  for (const std::string& key : county.allocations.where("case_id", of.id)) {
    if (county.allocations.get(key, "role") == "overseer") return key;
  }
  return "";
}

void plant_in_oversight(County& county, const Workforce& workforce) {
  const std::string rule = "EC-AL-004";
  const Span span{day("2024-04-08"), day("2025-01-06")};
  const Case late = add_overseen_case(county, workforce, span);
  county.allocations.set(oversight_of(county, late), "started_on", "2024-04-29");
  county.allocations.set(oversight_of(county, late), "recorded_on", "2024-04-29");
  county.expect(rule, "violation", status_of(county, late), Span{span.from, day("2024-04-29")},
                "oversight began three weeks late");

  const Case unqualified = add_overseen_case(county, workforce, span);
  const std::string manager = add_worker(county, workforce,
                                         {"team_manager",
                                          "Family hub manager",
                                          workforce.support_teams.front(),
                                          {kStart, kEnd},
                                          {},
                                          "employed"})
                                  .id;
  county.allocations.set(oversight_of(county, unqualified), "worker_id", manager);
  county.expect(rule, "violation", status_of(county, unqualified), span,
                "the manager with oversight is no social worker");

  const Case unstated = add_overseen_case(county, workforce, span);
  blank_role(county, oversight_of(county, unstated), kRoleMissing);
  county.expect(rule, "unknown", status_of(county, unstated), span, kRoleMissing);
}

}  // namespace

void plant_in_need_leads(County& county, const Workforce& workforce) {
  plant_before_change(county, workforce);
  plant_across_change(county, workforce);
  plant_in_oversight(county, workforce);
}

}  // namespace example
