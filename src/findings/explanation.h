#pragma once

#include <optional>
#include <string>
#include <vector>

#include "findings/finding.h"
#include "findings/waiver.h"
#include "value/duration.h"

// Why one rule says of one subject what it says: in words for people, with the figures beside them
// for programs.
namespace remit::findings {

/// A line, and what is listed under it.
struct Said {
  std::string text;
  std::vector<Said> below;
};

/// How one verdict reads.
struct VerdictSaid {
  rules::Outcome outcome;
  std::string text;
  std::optional<Waiver> waiver = std::nullopt;  ///< that covers it, of what is waived
};

/// One step on the way to the verdict.
struct DecisionStep {
  std::string title;  ///< `Own date`, `In force`, `Applies`, ...
  Said said;
  bool decided = false;  ///< nothing was asked after it
};

/// A cell that was read.
struct ReadCell {
  rules::Evidence evidence;
  std::string note;  ///< why a cell that is missing is, where the export tells; else empty
};

/// A day that a count of working days passed over.
struct SkippedDay {
  value::Date date;
  std::string name;  ///< of the holiday; empty for a weekend
};

/// from + by = result, which is nothing where it cannot be known.
struct DateSum {
  value::Date from;
  value::Duration by;
  std::optional<value::Date> result;
  std::vector<SkippedDay> skipped;  ///< where working days are counted
  bool clamped = false;             ///< there is no such day in that month, so its last one
};

/// How a due date, a gap or a sum came about.
struct Reckoning {
  std::string text;
  std::vector<DateSum> sums;
  std::vector<Said> below;
  bool calm = false;  ///< one of many in which nothing happened: a text may leave it out
};

/// What happened when, in order of date.
struct TimelineEntry {
  enum class Kind { kStart, kEnd, kEvent, kPeriod, kPause, kDue, kBreach, kDoubt, kAsOf };
  Kind kind = Kind::kEvent;
  std::optional<value::Date> from;  ///< nothing where nobody knows
  std::optional<value::Date> to;    ///< the day after the last one; nothing for a day by itself
  bool open = false;                ///< without end
  std::string text;
  bool calm = false;  ///< as of Reckoning
};

/// What the verdict would be if a doubt were settled in some way.
struct Prospect {
  std::string condition;
  rules::Verdict verdict;
  std::string text;
};

/// A cell that would decide an unknown.
struct NeededCell {
  rules::Need need;
  std::string note;  ///< what stands there now, where the export tells; else empty
};

/// Why a rule says of a subject what it says, or why it says nothing of it.
struct Explanation {
  enum class State {
    kJudged,     ///< the subject was judged, which includes that the rule does not apply
    kNotRun,     ///< the rule was not evaluated
    kNoSubject,  ///< what was asked about is no subject of the rule
  };
  State state = State::kJudged;
  value::Date as_of;
  std::string rule;
  std::string title;
  std::string kind;
  rules::Severity severity = rules::Severity::kMinor;
  std::vector<Authority> sources;
  std::string remedy;

  std::vector<Said> reading;  ///< the rule in sentences
  std::vector<Said> terms;    ///< what words of it mean

  std::string why;  ///< of kNotRun and kNoSubject: the answer; else empty
  std::vector<Said> because;
  std::vector<std::string> keys;  ///< of kNoSubject: keys that could be meant

  rules::Subject subject;  ///< of kNoSubject: what was found, if anything
  rules::Verdict verdict = rules::Verdict::kNotApplicable;  ///< the worst
  std::vector<VerdictSaid> verdicts;
  std::vector<DecisionStep> steps;
  std::vector<Reckoning> reckonings;
  std::vector<TimelineEntry> timeline;
  std::optional<value::Period> judged;  ///< the days that were judged
  std::vector<ReadCell> read;
  std::vector<NeededCell> needs;
  std::vector<Prospect> prospects;
};

}  // namespace remit::findings
