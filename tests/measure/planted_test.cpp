#include "measure/mutants.h"
#include "mutation/fingerprint.h"
#include "sample_cases.h"
#include "support/catch.h"

// Mistakes made by hand in the text of rules. Each is what one of the mutants is, and the cases
// notice the one exactly where they notice the other.
namespace remit {
namespace {

const std::string kRules = R"(ruleset: planted
model: sample@1
calendar: sample
version: 1.0.0
title: Rules for planted mistakes
sources:
  law: {title: A law, strength: law}
parameters:
  most: {type: integer, default: 2}
sets:
  staff: [social_worker, manager]
rules:
  - id: P-REQ
    kind: require
    title: Leads are staff
    severity: minor
    source: [{id: law}]
    effective: {from: 2024-06-01}
    for: a in allocations
    on: a.started_on
    when: a.role = "lead" and a.weight >= 2
    require: >-
      a.worker.role in staff
      and (some r in a.worker.registrations where r.status = "ok" satisfies r.validity covers a.started_on)
  - id: P-DEA
    kind: deadline
    title: The first visit comes in time
    severity: minor
    source: [{id: law}]
    for: c in cases
    trigger: c.opened_on
    response: v.visited_on for v in c.visits
    within: 10 working days
  - id: P-FRQ
    kind: frequency
    title: Visits go on
    severity: minor
    source: [{id: law}]
    for: c in cases
    over: c.span
    event: v.visited_on for v in c.visits
    every: 4 weeks
  - id: P-LIM
    kind: limit
    title: Not too many
    severity: minor
    source: [{id: law}]
    for: w in workers
    on: as_of
    count: a.period for a in w.allocations where a.role = "lead"
    at_most: most
)";

// Cases that notice some of the mistakes: opened on Monday 2025-03-03, visits 4 weeks apart.
const std::string kCases = R"(cases: Planted mistakes
as_of: 2025-04-30
data:
  workers: [{worker_id: W1, role: social_worker}, {worker_id: W2, role: assistant}]
  registrations:
    - {registration_id: R1, worker_id: W1, status: ok, valid_from: 2024-01-01, valid_to: 2025-03-03}
  cases: [{case_id: C1, opened_on: 2025-03-03}]
tests:
  - name: a registered lead
    data:
      allocations:
        - {allocation_id: A1, case_id: C1, worker_id: W1, role: lead, weight: 2, started_on: 2025-03-03}
    expect: {P-REQ: {A1: pass}}
  - name: a lead who is not staff
    data:
      allocations:
        - {allocation_id: A1, case_id: C1, worker_id: W2, role: lead, weight: 3, started_on: 2025-03-03}
    expect: {P-REQ: {A1: violation}}
  - name: the visit on the tenth working day
    data: {visits: [{visit_id: V1, case_id: C1, visited_on: 2025-03-17}]}
    expect: {P-DEA: {C1: pass}}
  - name: a visit after four weeks, and the next one a day late
    data:
      visits:
        - {visit_id: V1, case_id: C1, visited_on: 2025-03-31}
        - {visit_id: V2, case_id: C1, visited_on: 2025-04-29}
    expect: {P-FRQ: {C1: [{verdict: violation, period: 2025-04-29}, {verdict: due}]}}
  - name: two cases are allowed
    data:
      allocations:
        - {allocation_id: A1, case_id: C1, worker_id: W1, role: lead, started_on: 2025-03-03}
        - {allocation_id: A2, case_id: C1, worker_id: W1, role: lead, started_on: 2025-03-03}
        - {allocation_id: A3, case_id: C1, worker_id: W1, role: co, started_on: 2025-03-03}
    expect: {P-LIM: {W1: pass}}
)";

struct Planted {
  const char* rule;
  const char* before;
  const char* after;
  bool noticed;
};

const std::vector<Planted> kPlanted{
    {"P-REQ", "a.weight >= 2", "a.weight > 2", true},
    {"P-REQ", "a.weight >= 2", "a.weight >= 3", true},
    {"P-REQ", "a.weight >= 2", "a.weight >= 1", false},
    {"P-REQ", "when: a.role = \"lead\" and a.weight >= 2", "when: a.weight >= 2", false},
    {"P-REQ", "a.worker.role in staff\n      and", "", false},
    {"P-REQ", "some r in", "no r in", true},
    {"P-REQ", "some r in", "every r in", false},
    {"P-REQ", "where r.status = \"ok\" ", "", false},
    {"P-REQ", "from: 2024-06-01", "from: 2024-06-02", false},
    {"P-REQ", "[social_worker, manager]", "[social_worker]", false},
    {"P-REQ", "[social_worker, manager]", "[manager]", true},
    {"P-DEA", "within: 10 working days", "within: 9 working days", true},
    {"P-DEA", "within: 10 working days", "within: 11 working days", false},
    {"P-DEA", "within: 10 working days", "within: 10 days", true},
    {"P-DEA", "within: 10 working days", "within: 2 weeks", false},
    {"P-FRQ", "every: 4 weeks", "every: 27 days", true},
    {"P-FRQ", "every: 4 weeks", "every: 29 days", true},
    {"P-FRQ", "every: 4 weeks", "every: 1 month", true},
    {"P-LIM", "default: 2", "default: 1", true},
    {"P-LIM", "default: 2", "default: 3", false},
    {"P-LIM", " where a.role = \"lead\"\n    at_most", "\n    at_most", true},
};

std::string planted_in(const Planted& mistake) {
  std::string rules = kRules;
  const std::size_t at = rules.find(mistake.before);
  REQUIRE(at != std::string::npos);
  return rules.replace(at, std::string(mistake.before).size(), mistake.after);
}

const rules::Rule& find(const rules::RuleSet& rules, const std::string& id) {
  for (const rules::Rule& rule : rules.rules) {
    if (rule.id == id) return rule;
  }
  FAIL("there is no rule " << id);
  throw std::logic_error(id);
}

/// The mutant that is the mistake; fails the test where there is none.
mutation::Mutant mutant_of(const rules::Rule& rule, const rules::Rule& mistaken) {
  const std::string wanted = mutation::fingerprint(mistaken);
  for (const auto& mutant : mutation::mutants_of(rule)) {
    if (mutation::fingerprint(mutant.rule) == wanted) return mutant;
  }
  FAIL("the mistake is no mutant");
  return {};
}

bool survives(const measure::Mutants& mutants, const std::string& id) {
  for (const auto& rule : mutants.rules) {
    for (const auto& survivor : rule.survivors) {
      if (survivor.mutant.id == id) return true;
    }
  }
  return false;
}

TEST_CASE("measure: mistakes planted by hand are listed where no case fails of them") {
  test::SampleCases sound(kRules, kCases);
  const auto loaded = sound.load();
  REQUIRE(cases::run(loaded, nullptr).passed == 5);
  const auto mutants = measure::mutants_noticed(measure::targets_of(loaded), loaded, nullptr);
  for (const Planted& mistake : kPlanted) {
    CAPTURE(mistake.before, mistake.after);
    test::SampleCases sample(planted_in(mistake), kCases);
    const auto mistaken = sample.load();
    CHECK((cases::run(mistaken, nullptr).failed > 0) == mistake.noticed);
    const auto mutant = mutant_of(find(*loaded.front().base, mistake.rule),
                                  find(*mistaken.front().base, mistake.rule));
    CHECK(survives(mutants, mutant.id) == !mistake.noticed);
  }
}

}  // namespace
}  // namespace remit
