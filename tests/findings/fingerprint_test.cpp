#include "findings/fingerprint.h"

#include <functional>

#include "support/catch.h"

namespace remit::findings {
namespace {

rules::Outcome outcome() {
  rules::Outcome result;
  result.verdict = rules::Verdict::kViolation;
  result.subject = {"activity", "X12"};
  result.period = value::make_period({20454}, {20485});
  return result;
}

}  // namespace

TEST_CASE("findings: the hash is the published 128-bit FNV-1a") {
  CHECK(to_string(fnv1a("")) == "6c62272e07bb014262b821756295c58d");
  CHECK(to_string(fnv1a("a")) == "d228cb696f1a8caf78912b704e4a8964");
  CHECK(to_string(fnv1a("foobar")) == "343e1662793c64bf6f0d3597ba446f18");
}

TEST_CASE("findings: a fingerprint is what its documentation says") {
  CHECK(fingerprint("R", outcome()) == fnv1a("1:R8:activity3:X129:violation10:2026-01-01"));
}

TEST_CASE("findings: a fingerprint outlives what may change between runs") {
  const Fingerprint before = fingerprint("R", outcome());
  rules::Outcome later = outcome();
  later.period->to = value::kOpen;
  later.message = "another wording";
  later.evidence.push_back({"x.task", {}, "activities", "X12"});
  later.needs.push_back({"activities", "X12", "task"});
  CHECK(fingerprint("R", later) == before);
}

TEST_CASE("findings: a fingerprint tells different findings apart") {
  const Fingerprint before = fingerprint("R", outcome());
  CHECK(fingerprint("R2", outcome()) != before);
  const std::vector<std::function<void(rules::Outcome&)>> changes{
      [](rules::Outcome& changed) { changed.subject.key = "X13"; },
      [](rules::Outcome& changed) {
        changed.subject = {"activityX", "12"};
      },
      [](rules::Outcome& changed) { changed.verdict = rules::Verdict::kUnknown; },
      [](rules::Outcome& changed) { changed.period->from = {20455}; },
      [](rules::Outcome& changed) { changed.period.reset(); },
  };
  for (const auto& change : changes) {
    rules::Outcome changed = outcome();
    change(changed);
    CHECK(fingerprint("R", changed) != before);
  }
}

TEST_CASE("findings: the fingerprint of what is due holds its date") {
  rules::Outcome due = outcome();
  due.verdict = rules::Verdict::kDue;
  due.period.reset();
  due.due = value::Date{20454};
  CHECK(fingerprint("R", due) == fnv1a("1:R8:activity3:X123:due10:2026-01-01"));
}

}  // namespace remit::findings
