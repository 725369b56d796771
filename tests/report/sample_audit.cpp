#include "report/sample_audit.h"

#include "findings/verdict.h"

namespace remit::test {
namespace {

using findings::Audit;
using rules::Verdict;

value::Date day(const std::string& text) { return value::parse_date(text).value(); }

findings::Authority guidance(const std::string& at) {
  rules::Source source;
  source.id = "wt2023";
  source.title = "Working Together to Safeguard Children";
  source.publisher = "HM Government";
  source.published = day("2023-12-15");
  source.strength = rules::Strength::kStatutoryGuidance;
  return {"wt2023", at, source};
}

findings::RuleResult rule(const std::string& id, const std::string& title,
                          rules::Severity severity) {
  findings::RuleResult result;
  result.id = id;
  result.title = title;
  result.severity = severity;
  result.sources = {guidance("ch. 3, para. 87")};
  return result;
}

rules::Tally tally(std::array<std::size_t, rules::kVerdicts> verdicts) {
  rules::Tally result;
  result.verdicts = verdicts;
  for (const std::size_t count : verdicts) result.subjects += count;
  return result;
}

void add(Audit& audit, rules::Outcome outcome) {
  findings::RuleResult& rule = audit.rules[outcome.rule];
  ++findings::of(rule.found, outcome.verdict);
  const findings::Fingerprint print = findings::fingerprint(rule.id, outcome);
  audit.findings.push_back({std::move(outcome), print, {}, 0, {}});
}

rules::Outcome outcome(std::size_t rule, Verdict verdict, rules::Subject subject,
                       const std::string& message) {
  rules::Outcome result;
  result.rule = rule;
  result.verdict = verdict;
  result.subject = std::move(subject);
  result.message = message;
  return result;
}

rules::Outcome dated(rules::Outcome outcome, const std::string& from, const std::string& to) {
  outcome.period = value::make_period(day(from), to.empty() ? value::kOpen : day(to));
  return outcome;
}

rules::Outcome due(rules::Outcome outcome, const std::string& date) {
  outcome.due = day(date);
  return outcome;
}

void add_reserved(Audit& audit) {
  rules::Outcome violation = dated(
      outcome(1, Verdict::kViolation, {"activity", "X12"},
              "the section 47 enquiry X12 was done by W3, who was not registered on 4 May 2026"),
      "2026-05-04", "2026-05-05");
  violation.evidence = {{"x.task", {std::string("s47_enquiry")}, "activities", "X12"},
                        {"x.started_on", {day("2026-05-04")}, "activities", "X12"},
                        {"w.registered_on", {}, "workers", "W3"},
                        {"n", {std::int64_t{3}}, "", ""},
                        {"ok", {false}, "", ""}};
  add(audit, violation);
  rules::Outcome unknown =
      outcome(1, Verdict::kUnknown, {"activity", "X15"}, "who did X15 is not recorded");
  unknown.needs = {{"activities", "X15", "worker_id"}, {"activities", "X15", "started_on"}};
  add(audit, unknown);
}

void add_visits(Audit& audit) {
  for (int i = 1; i <= 4; ++i) {
    const std::string key = "S" + std::to_string(i) + " + C" + std::to_string(100 + i);
    add(audit, dated(outcome(2, Verdict::kViolation, {"status", key}, "no visit for 43 days"),
                     "2026-0" + std::to_string(i) + "-10", "2026-10-01"));
  }
  add(audit, due(outcome(2, Verdict::kDue, {"status", "S9 + C109"}, "the next visit is due"),
                 "2026-10-12"));
}

void add_data(Audit& audit) {
  for (std::size_t line = 12; line < 17; ++line) {
    audit.data_findings.push_back({"DATA-DATE", "visits", "visit", "northshire/visits.csv", line, 4,
                                   "held_on", "V" + std::to_string(line), "31/02/2026",
                                   "a date, YYYY-MM-DD", "`31/02/2026` is no date"});
  }
  audit.data_findings.push_back({"DATA-CALENDAR", "", "", "", 0, 0, "", "", "2031-01-02",
                                 "a date that the calendar covers",
                                 "the calendar `england` does not cover 2031-01-02"});
  findings::sort(audit.data_findings);
  audit.data_counts = {{"activities", 1234, 1232, 2, 0}, {"visits", 45678, 45670, 0, 8}};
}

}  // namespace

Audit sample_audit() {
  Audit audit;
  audit.ruleset = "Children's social care in England";
  audit.version = "1.0.0";
  audit.data = "northshire";
  audit.as_of = day("2026-09-30");
  audit.rules = {
      rule("EC-SV-001", "Newly qualified workers are supervised weekly", rules::Severity::kMajor),
      rule("EC-RT-001.s47", "Section 47 enquiries are done by registered social workers",
           rules::Severity::kCritical),
      rule("EC-VI-002",
           "A child on a child protection plan is visited at least every six weeks, and more often "
           "where the plan says so",
           rules::Severity::kMinor),
      rule("EC-AL-003", "Every open case has a lead worker", rules::Severity::kMajor)};
  audit.rules[1].remedy = "have the enquiry reviewed and signed off by a registered social worker";
  audit.rules[0].tally.not_run = "the table `supervisions` is not in the data";
  audit.rules[1].tally = tally({1, 1, 0, 0, 228, 1004});
  audit.rules[2].tally = tally({4, 0, 1, 0, 12345, 0});
  audit.rules[3].tally.vacuous = true;
  add_reserved(audit);
  add_visits(audit);
  findings::sort(audit);
  add_data(audit);
  return audit;
}

Audit waived_audit() {
  Audit audit = sample_audit();
  audit.waivers = {{"EC-VI-002", "S1 + *", day("2026-01-01"), day("2026-12-31"),
                    "Head of Service, <Children & Families>", day("2026-01-15"),
                    "The child lives abroad, =with the consent of the court.", "waivers.yaml", 2},
                   {"EC-RT-001", "X99", day("2026-01-01"), day("2026-06-30"), "Head of Service",
                    day("2026-01-15"), "none", "waivers.yaml", 9}};
  for (findings::Finding& finding : audit.findings) {
    if (finding.outcome.subject.key != "S1 + C101") continue;
    finding.outcome.verdict = Verdict::kWaived;
    finding.waiver = 0;
    finding.fingerprint = findings::fingerprint("EC-VI-002", finding.outcome);
  }
  for (auto* counts : {&audit.rules[2].tally.verdicts, &audit.rules[2].found}) {
    --findings::of(*counts, Verdict::kViolation);
    ++findings::of(*counts, Verdict::kWaived);
  }
  findings::sort(audit);
  audit.files = {{"activity", "northshire/activities.csv"}, {"status", "north shire/statuses.csv"}};
  for (std::size_t i = 0; i < audit.findings.size(); ++i) audit.findings[i].line = i + 2;
  audit.waiver_findings = {
      {"WAIVER-EXPIRED", 1, "the waiver of `EC-RT-001` for `X99` expired on 2026-06-30"},
      {"WAIVER-UNUSED", 1, "the waiver of `EC-RT-001` for `X99` waives nothing"}};
  return audit;
}

Audit compared_audit() {
  using findings::State;
  Audit audit = waived_audit();
  audit.name = "england-children";
  audit.baseline.emplace();
  audit.baseline->file = "former.ndjson";
  audit.baseline->as_of = day("2026-08-31");
  audit.baseline->version = "0.9.0";
  const auto former = [&](Verdict verdict) {
    findings::Former result;
    result.verdict = verdict;
    result.severity = rules::Severity::kMinor;
    result.as_of = day("2026-08-31");
    return result;
  };
  const auto mark = [&](std::size_t index, findings::History history) {
    ++audit.baseline->counts[static_cast<std::size_t>(history.state)];
    audit.findings[index].history = audit.histories.size();
    audit.histories.push_back(history);
  };
  mark(0, {State::kNew, audit.as_of, 0, std::nullopt});
  mark(1, {State::kUnchanged, day("2026-08-31"), 21, former(Verdict::kUnknown)});
  findings::Former due = former(Verdict::kDue);
  due.due = day("2026-01-09");
  mark(2, {State::kChanged, day("2026-01-05"), std::nullopt, due});
  findings::Former broken = former(Verdict::kViolation);
  broken.period = value::make_period(day("2026-02-10"), day("2026-09-01"));
  mark(3, {State::kReopened, day("2026-06-30"), 64, broken});
  const auto add_past = [&](const char* key, State state, bool earlier, const char* why) {
    findings::PastFinding past;
    past.rule = "EC-VI-002";
    past.subject = {"status", key};
    past.fingerprint = {1, audit.past.size()};
    past.history = {state, day("2026-06-30"), 44, broken};
    if (state == State::kFixed) past.fixed_on = earlier ? day("2026-08-31") : audit.as_of;
    past.earlier = earlier;
    past.why = why;
    if (earlier) {
      ++audit.baseline->fixed_earlier;
    } else {
      ++audit.baseline->counts[static_cast<std::size_t>(state)];
    }
    audit.past.push_back(std::move(past));
  };
  add_past("S6 + C106", State::kFixed, true, "the rule holds for it now, or no longer applies");
  add_past("S7 + C107", State::kFixed, false, "its row is not in the data any more");
  add_past("S8 + =C108", State::kNotJudged, false, "its rule was not run: <b>no table</b>");
  return audit;
}

Audit hostile_audit() {
  Audit audit = sample_audit();
  audit.findings.erase(audit.findings.begin() + 1, audit.findings.end());
  rules::Outcome& outcome = audit.findings[0].outcome;
  outcome.subject.key = "\xe6\xbc\xa2\xe5\xad\x97\x1b[31m";
  outcome.message =
      "bad \xff bytes,\x07 a bell, \xc2\x9b"
      "1m, \xe2\x80\xae turned\nand a line";
  outcome.evidence = {{"x.task", {std::string("\x80\x7f\xc2\x85\x00z", 6)}, "", ""}};
  audit.rules[1].remedy = "";
  audit.data_findings.resize(1);
  audit.data_findings[0].message = "the value `\x1b]0;title\x07` stands there";
  return audit;
}

Audit clean_audit() {
  Audit audit;
  audit.ruleset = "local";
  audit.data = "data";
  audit.as_of = day("2026-09-30");
  audit.rules = {rule("A-1", "", rules::Severity::kInfo)};
  audit.rules[0].sources.clear();
  audit.rules[0].tally = tally({0, 0, 0, 0, 7, 0});
  audit.data_counts = {{"workers", 7, 7, 0, 0}};
  return audit;
}

}  // namespace remit::test
