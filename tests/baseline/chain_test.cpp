#include <fmt/format.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <random>
#include <set>

#include "baseline/read.h"
#include "baseline/sample.h"
#include "support/catch.h"

// A run, changed data, a run with the former output as its baseline, again and again: whatever
// happens, the states follow from what was found before and what is found now.
namespace remit::test {
namespace {

using findings::Audit;
using findings::Finding;
using findings::History;
using findings::PastFinding;
using findings::State;
using rules::Verdict;

using Subject = std::pair<std::string, std::string>;  ///< rule and key

/// What stays the same of a finding while nothing happens.
using Identity = std::tuple<std::string, std::string, Verdict, std::int32_t, std::int32_t>;

constexpr int kSteps = 25;

/// The end of what lasts differs from run to run.
template <typename Found>
std::int32_t end_of(const Found& found, value::Date as_of) {
  if (!found.period) return found.due ? found.due->days : -1;
  return found.period->to > as_of ? value::kOpen.days : found.period->to.days;
}

Identity identity(const Audit& audit, const Finding& finding) {
  const rules::Outcome& outcome = finding.outcome;
  return {findings::rule_of(audit, finding).id, outcome.subject.key, outcome.verdict,
          outcome.period ? outcome.period->from.days : -1, end_of(outcome, audit.as_of)};
}

Identity identity(const PastFinding& past) {
  const findings::Former& former = *past.history.former;
  return {past.rule, past.subject.key, former.verdict,
          former.period ? former.period->from.days : -1, end_of(former, former.as_of)};
}

/// A few findings of a subject, out of few possible ones, so that they come again.
class World {
 public:
  explicit World(unsigned seed) : random_(seed) {}

  Audit audit(value::Date as_of) {
    Audit audit = empty_audit(as_of);
    for (std::size_t rule = 0; rule < audit.rules.size(); ++rule) {
      if (one_in(12)) audit.rules[rule].tally.not_run = "its table is missing";
      if (audit.rules[rule].tally.not_run) continue;
      for (int key = 0; key < 6; ++key) {
        auto& kept = kept_[{rule, key}];
        if (one_in(3) || kept.empty()) kept = draw();
        for (const Shape& shape : kept) add_shape(audit, rule, fmt::format("W{}", key), shape);
      }
    }
    return audit;
  }

 private:
  struct Shape {
    int kind;  ///< 0 a stretch that ended, 1 one that lasts, 2 due, 3 unknown, 4 waived
    int place;
    auto operator<=>(const Shape&) const = default;
  };

  bool one_in(int n) { return std::uniform_int_distribution<>(1, n)(random_) == 1; }
  int upto(int n) { return std::uniform_int_distribution<>(0, n)(random_); }

  std::set<Shape> draw() {
    std::set<Shape> shapes;
    const int count = upto(3);
    for (int i = 0; i < count; ++i) shapes.insert({upto(4), upto(2)});
    return shapes;
  }

  static void add_shape(Audit& audit, std::size_t rule, const std::string& key,
                        const Shape& shape) {
    constexpr std::array kVerdicts{Verdict::kViolation, Verdict::kViolation, Verdict::kDue,
                                   Verdict::kUnknown, Verdict::kWaived};
    const Verdict verdict = kVerdicts[static_cast<std::size_t>(shape.kind)];
    rules::Outcome found = outcome(rule, verdict, key);
    const value::Date from{day("2026-01-05").days + 20 * shape.place};
    if (shape.kind == 2) {
      found.due = value::Date{day("2026-10-01").days + shape.place};
    } else if (shape.kind == 1) {
      found = lasting(found, from, {audit.as_of.days + 1});
    } else if (shape.kind != 3 || shape.place > 0) {
      found = lasting(found, from, {from.days + 10});
    }
    add(audit, found);
  }

  std::mt19937 random_;
  std::map<std::pair<std::size_t, int>, std::set<Shape>> kept_;
};

/// What one run knows, for the next one to be held against.
struct Known {
  std::multiset<Identity> there;
  std::map<Subject, std::size_t> live;   ///< how many are there, or could not be judged
  std::map<Subject, std::size_t> fixed;  ///< how many were there once
  std::map<Subject, std::set<value::Date>> seen;
};

void check_finding(const Audit& audit, const Finding& finding, const Known& before) {
  const History* history = findings::history_of(audit, finding);
  REQUIRE(history);
  const Subject subject{findings::rule_of(audit, finding).id, finding.outcome.subject.key};
  const bool was_live = before.live.count(subject) > 0;
  const bool was_fixed = before.fixed.count(subject) > 0;
  if (history->state == State::kUnchanged) CHECK(before.there.count(identity(audit, finding)) > 0);
  if (!was_live) CHECK(history->state != State::kChanged);
  if (!was_live && !was_fixed) CHECK(history->state == State::kNew);
  if (history->state == State::kReopened) CHECK(was_fixed);
  CHECK(history->former.has_value() == (history->state != State::kNew));
  if (history->state == State::kNew) {
    CHECK(history->first_seen == audit.as_of);
    CHECK(history->age == 0);
  } else {
    CHECK(before.seen.at(subject).count(history->first_seen) == 1);
    // Runs are a week apart: five working days, each Monday.
    CHECK(history->age == std::int64_t{audit.as_of.days - history->first_seen.days} / 7 * 5);
  }
}

void check_past(const Audit& audit, const PastFinding& past, const Known& before) {
  const Subject subject{past.rule, past.subject.key};
  const bool run = audit.rules[static_cast<std::size_t>(past.rule[1] - '1')].was_run();
  CHECK(before.seen.at(subject).count(past.history.first_seen) == 1);
  if (past.earlier) {
    CHECK(before.fixed.count(subject) == 1);
    return;
  }
  CHECK(before.live.count(subject) == 1);
  if (!run) CHECK(past.history.state == State::kNotJudged);
  CHECK((past.history.state == State::kFixed) == past.fixed_on.has_value());
}

/// Everything that was there is accounted for, once.
Known check_step(const Audit& audit, const Known& before) {
  Known now;
  std::map<Subject, std::size_t> continued;
  std::map<Subject, std::size_t> reopened;
  std::multiset<Identity> unchanged;
  for (const Finding& finding : audit.findings) {
    check_finding(audit, finding, before);
    const Subject subject{findings::rule_of(audit, finding).id, finding.outcome.subject.key};
    const History& history = *findings::history_of(audit, finding);
    if (history.state == State::kReopened) ++reopened[subject];
    if (history.state == State::kUnchanged || history.state == State::kChanged) {
      ++continued[subject];
    }
    if (history.state == State::kUnchanged) unchanged.insert(identity(audit, finding));
    now.there.insert(identity(audit, finding));
    ++now.live[subject];
    now.seen[subject].insert(history.first_seen);
  }
  for (const Identity& same : now.there) {
    if (before.there.count(same) > 0) CHECK(unchanged.count(same) >= 1);
  }
  for (const PastFinding& past : audit.past) {
    check_past(audit, past, before);
    const Subject subject{past.rule, past.subject.key};
    if (past.earlier) {
      ++reopened[subject];
    } else {
      ++continued[subject];
    }
    now.seen[subject].insert(past.history.first_seen);
    if (past.history.state == State::kFixed) {
      ++now.fixed[subject];
    } else {
      ++now.live[subject];
      now.there.insert(identity(past));
    }
  }
  CHECK(continued == before.live);
  CHECK(reopened == before.fixed);
  return now;
}

Known know(const Audit& audit) {
  Known known;
  for (const Finding& finding : audit.findings) {
    // A run without a baseline does not list what is waived.
    if (finding.outcome.verdict == Verdict::kWaived) continue;
    const Subject subject{findings::rule_of(audit, finding).id, finding.outcome.subject.key};
    known.there.insert(identity(audit, finding));
    ++known.live[subject];
    known.seen[subject].insert(audit.as_of);
  }
  return known;
}

/// What is waived and new is not listed by default, and so is not known to the next run.
void forget_unlisted(const Audit& audit, Known& known) {
  for (const Finding& finding : audit.findings) {
    const History& history = *findings::history_of(audit, finding);
    if (finding.outcome.verdict != Verdict::kWaived || history.state != State::kNew) continue;
    const Subject subject{findings::rule_of(audit, finding).id, finding.outcome.subject.key};
    known.there.erase(known.there.find(identity(audit, finding)));
    if (--known.live[subject] == 0) known.live.erase(subject);
  }
}

}  // namespace

TEST_CASE("baseline: in a chain of runs the states follow from the two sets") {
  const char* given = std::getenv("REMIT_SEED");
  const unsigned seed =
      given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device()();
  std::cout << "chains of runs: REMIT_SEED=" << seed << "\n";
  for (unsigned chain = 0; chain < 20; ++chain) {
    World world(seed + chain);
    value::Date as_of = day("2026-03-02");
    Audit audit = world.audit(as_of);
    Known known = know(audit);
    std::string former = written(audit);
    for (int step = 0; step < kSteps; ++step) {
      INFO("chain " << chain << ", step " << step);
      as_of.days += 7;
      audit = world.audit(as_of);
      compare_with(former, audit);
      known = check_step(audit, known);
      forget_unlisted(audit, known);
      former = written(audit);
    }
  }
}

}  // namespace remit::test
