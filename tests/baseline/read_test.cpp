#include "baseline/read.h"

#include "baseline/compare.h"
#include "baseline/sample.h"
#include "findings/status.h"
#include "support/catch.h"

namespace remit::test {
namespace {

using findings::State;
using rules::Verdict;

std::string small() {
  findings::Audit audit = empty_audit(day("2026-03-02"));
  add(audit, lasting(outcome(0, Verdict::kViolation, "W1"), day("2026-02-02"), day("2026-03-03")));
  add(audit, outcome(1, Verdict::kUnknown, "W2"));
  return written(audit);
}

/// What is said of a text that is no former run; empty where it is one.
std::string complaint(const std::string& text) {
  text::Diagnostics diagnostics;
  const auto run = read_text(text, diagnostics);
  CHECK(run.has_value() == diagnostics.all().empty());
  if (diagnostics.all().empty()) return "";
  const std::string& message = diagnostics.all().front().message;
  // The file's name differs.
  const std::size_t name = message.find("remit-baseline-");
  const std::size_t end = name == std::string::npos ? 12 : name + 21;
  return message.substr(end);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

State state_after(const rules::Outcome& then, const rules::Outcome& now,
                  value::Date as_of = day("2026-03-09")) {
  findings::Audit before = empty_audit(day("2026-03-02"));
  add(before, then);
  findings::Audit after = empty_audit(as_of);
  add(after, now);
  compare_with(written(before), after);
  return findings::history_of(after, after.findings.front())->state;
}

}  // namespace

TEST_CASE("baseline: what was written is read again") {
  text::Diagnostics diagnostics;
  const auto run = read_text(small(), diagnostics);
  REQUIRE(run);
  CHECK(run->ruleset == "sample");
  CHECK(run->version == "1.0.0");
  CHECK(run->as_of == day("2026-03-02"));
  REQUIRE(run->entries.size() == 2);
  CHECK(run->rules[run->entries[0].rule] == "R1");
  CHECK(run->entries[0].key == "W1");
  CHECK(run->entries[0].former.period->from == day("2026-02-02"));
  CHECK(run->entries[0].first_seen == day("2026-03-02"));
  CHECK(run->entries[1].former.verdict == Verdict::kUnknown);
  CHECK_FALSE(run->entries[1].former.period);
}

TEST_CASE("baseline: what is no former run, or not all of one, is refused with its line") {
  const std::string good = small();
  CHECK(complaint(good).empty());
  CHECK(complaint(replaced(good, "\n", "\r\n")).empty());
  CHECK(complaint("") == "` is empty");
  CHECK(complaint("\n") == ":1: the line is not JSON");
  CHECK(complaint("rule,title\r\nR1,x\r\n") == ":1: the line is not JSON");
  CHECK(complaint("\x1f\x8b\x08 and so on\n") == "` is compressed");
  CHECK(complaint("[1, 2]\n") == ":1: the line is no finding: no object of JSON");
  CHECK(complaint("{}\n") == ":1: `verdict` is missing");
  CHECK(complaint(good.substr(0, 40)) == ":1: the line breaks off: the file is not complete");
  CHECK(complaint(good.substr(0, good.size() - 9)) ==
        ":3: the line breaks off: the file is not complete");
  CHECK(complaint(good.substr(0, good.find('\n') + 1)) ==
        "` does not end with the line of its run: it is cut off, or was changed");
  CHECK(complaint(good.substr(good.find('\n') + 1)) ==
        "` has 1 lines before the one of its run, which says 2: lines were taken out or added");
  CHECK(complaint(good + good) == ":4: it goes on after the line of its run");
  CHECK(complaint(replaced(good, "\"format\":1", "\"format\":7")) ==
        ":3: it is of format 7, and this remit reads format 1");
  CHECK(complaint(replaced(good, "2026-02-02", "2026-02-30")) ==
        ":1: `from` is no date, YYYY-MM-DD");
  CHECK(complaint(replaced(good, "\"violation\"", "\"broken\"")) ==
        ":1: there is no verdict `broken`");
  CHECK(complaint(replaced(good, "\"major\"", "\"grave\"")) == ":1: there is no severity `grave`");
  CHECK(complaint(replaced(good, "\"subject\":{", "\"subjekt\":{")) == ":1: `subject` is missing");
  CHECK(complaint(replaced(good, "\"key\":\"W1\"", "\"key\":7")) == ":1: `key` is no text");
  CHECK(complaint(replaced(good, "\"fingerprint\":\"", "\"fingerprint\":\"x")) ==
        ":1: `fingerprint` is not one");
}

TEST_CASE("baseline: another rule set and a later day are refused") {
  text::Diagnostics diagnostics;
  const auto run = read_text(small(), diagnostics);
  REQUIRE(run);
  CHECK(baseline::check(*run, "sample", day("2026-03-02"), "--baseline", diagnostics));
  CHECK_FALSE(baseline::check(*run, "other", day("2026-03-02"), "--baseline", diagnostics));
  CHECK_FALSE(baseline::check(*run, "sample", day("2026-03-01"), "--baseline", diagnostics));
  CHECK(diagnostics.errors() == 2);
}

TEST_CASE("baseline: days that only moved with the as-of date are no change") {
  const auto violation = outcome(0, Verdict::kViolation, "W1");
  const auto lasting_then = lasting(violation, day("2026-02-02"), day("2026-03-03"));
  CHECK(state_after(lasting_then, lasting(violation, day("2026-02-02"), day("2026-03-10"))) ==
        State::kUnchanged);
  CHECK(state_after(lasting_then, lasting(violation, day("2026-02-02"), day("2026-03-06"))) ==
        State::kChanged);
  CHECK(state_after(lasting_then, lasting(violation, day("2026-02-05"), day("2026-03-10"))) ==
        State::kChanged);
  CHECK(state_after(lasting_then, lasting(violation, day("2026-03-05"), day("2026-03-10"))) ==
        State::kNew);
  // A rule about the as-of day.
  CHECK(state_after(lasting(violation, day("2026-03-02"), day("2026-03-03")),
                    lasting(violation, day("2026-03-09"), day("2026-03-10"))) == State::kUnchanged);
}

TEST_CASE("baseline: what was due and is broken has changed, and is new to a pipeline") {
  rules::Outcome due = outcome(0, Verdict::kDue, "W1");
  due.due = day("2026-03-04");
  findings::Audit before = empty_audit(day("2026-03-02"));
  add(before, due);
  findings::Audit after = empty_audit(day("2026-03-09"));
  add(after, lasting(outcome(0, Verdict::kViolation, "W1"), day("2026-03-05"), day("2026-03-10")));
  compare_with(written(before), after);
  const findings::History& history = *findings::history_of(after, after.findings.front());
  CHECK(history.state == State::kChanged);
  CHECK(history.former->due == day("2026-03-04"));
  CHECK(history.age == 5);
  CHECK(findings::is_new(after, after.findings.front()));
  findings::Thresholds thresholds;
  thresholds.fail_on.reset();
  thresholds.fail_on_new = rules::Severity::kMajor;
  CHECK(findings::exit_status(after, thresholds) == findings::ExitStatus::kBreaches);
  thresholds.fail_on_new = rules::Severity::kCritical;
  CHECK(findings::exit_status(after, thresholds) == findings::ExitStatus::kClean);
}

TEST_CASE("baseline: nothing is called fixed that was not judged") {
  findings::Audit before = empty_audit(day("2026-03-02"));
  for (std::size_t rule = 0; rule < 3; ++rule) {
    add(before,
        lasting(outcome(rule, Verdict::kViolation, "W1"), day("2026-02-02"), day("2026-02-12")));
  }
  findings::Audit after = empty_audit(day("2026-03-09"));
  after.rules[0].tally.not_run = "a table is missing";
  after.rules.resize(2);
  compare_with(written(before), after);
  REQUIRE(after.past.size() == 3);
  CHECK(after.past[0].history.state == State::kNotJudged);
  CHECK(after.past[1].history.state == State::kFixed);
  CHECK(after.past[1].fixed_on == day("2026-03-09"));
  CHECK(after.past[2].history.state == State::kNotJudged);
  CHECK(after.past[2].why == "its rule is not among those of this run");
}

TEST_CASE("baseline: a second violation is not fixed by a doubt about the subject") {
  findings::Audit before = empty_audit(day("2026-03-02"));
  const auto violation = outcome(0, Verdict::kViolation, "W1");
  add(before, lasting(violation, day("2026-01-05"), day("2026-01-12")));
  add(before, lasting(violation, day("2026-02-02"), day("2026-02-12")));
  findings::Audit after = empty_audit(day("2026-03-09"));
  add(after, lasting(outcome(0, Verdict::kUnknown, "W1"), day("2026-01-01"), day("2026-03-10")));
  compare_with(written(before), after);
  CHECK(findings::history_of(after, after.findings.front())->state == State::kChanged);
  REQUIRE(after.past.size() == 1);
  CHECK(after.past[0].history.state == State::kNotJudged);
}

}  // namespace remit::test
