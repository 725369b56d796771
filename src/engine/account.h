#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "data/dataset.h"
#include "engine/evaluate.h"
#include "engine/standing.h"
#include "engine/waits.h"
#include "lang/typed.h"
#include "rules/outcome.h"
#include "rules/ruleset.h"
#include "text/source.h"

// How a rule was decided for one subject: facts only, as the evaluation came upon them. Words are
// found for them elsewhere.
namespace remit::engine {

/// A condition and what it came to for one subject.
struct Answer {
  /// One side of a comparison, or whatever else a condition looked at.
  struct Operand {
    lang::typed::NodePtr node;
    value::Value value;  ///< a row as its key
  };
  /// One of those that `some`, `every` or `no` went through.
  struct Element;

  lang::typed::NodePtr node;
  text::Location where;  ///< in the file of the rule, or of the definition that it is a part of
  int definition = -1;   ///< of the environment, where it is a part of one
  bool asked = true;     ///< false where what came before had decided
  std::optional<bool> truth;
  std::vector<Operand> operands;
  std::vector<Answer> parts;  ///< of `not`, `and`, `or`, `implies`, `if` and definitions
  std::vector<Element> elements;
  std::size_t all_elements = 0;  ///< of which those that decide, and some others, are in `elements`
};
struct Answer::Element {
  rules::Subject row;
  std::optional<Answer> where;      ///< nothing where every element counts
  std::optional<Answer> satisfies;  ///< nothing where `where` is false
};

/// An element of a kind's comprehension, as it was judged.
struct Item {
  rules::Subject row;      ///< no key where the element is an expression of the subject itself
  std::size_t source = 0;  ///< which of the comprehensions
  bool is_date = false;
  std::optional<value::Period> period;  ///< nothing where it is unknown; a date as its one day
  bool sure = true;                     ///< `where` is true, and not unknown

  bool doubtful() const { return !period || !sure; }
};

/// One that does not count: `where` is false, or it is after the as-of date.
struct LeftOut {
  Item item;
  std::optional<Answer> where;
};

/// The elements of one key of a rule.
struct Items {
  std::vector<Item> counted;
  std::vector<LeftOut> left_out;
  bool lost = false;  ///< the collection is unknown as a whole
  bool open = false;  ///< rows may be lacking: there may be any number of further elements
};

/// from + by = result, which is nothing where it cannot be known.
struct DateSum {
  value::Date from;
  value::Duration by;
  std::optional<value::Date> result;
};

/// What one of the two readings of doubtful data comes to.
struct ReadingResult {
  std::vector<value::Period> violations;
  std::optional<value::Date> due;
};
struct Readings {
  ReadingResult hopeful;
  ReadingResult strict;
};

struct RequireFacts {
  Answer holds;
};

struct ReserveFacts {
  std::optional<std::string> task;
  Answer may;
};

struct CoverFacts {
  struct Run {
    std::vector<value::Period> covered;    ///< stretches that do not touch
    std::vector<value::Period> uncovered;  ///< of what was judged, also those within `grace`
  };
  Items by;
  std::optional<value::Duration> grace;
  Run hopeful;
  Run strict;
};

struct FrequencyFacts {
  struct Run {
    std::vector<WaitStep> waits;
    bool all_answered = false;  ///< something that nobody can date answers every wait
  };
  Items events;
  Items pauses;
  value::Date from;      ///< where the clocks start
  value::Date to;        ///< the day after the last one that is judged
  value::Date over_end;  ///< the day after the last one of `over`; may be kOpen
  value::Period force;   ///< the days on which the rule is in force
  Run hopeful;
  Run strict;
};

struct LimitFacts {
  struct Part {
    std::size_t item;
    std::optional<double> weight;
    bool has_unit = false;
    std::optional<std::string> unit;
    bool doubtful = false;
  };
  /// Days on which the same is counted, or a stretch of `per`.
  struct Stretch {
    value::Period period;
    double against_most;   ///< what counts against `at_most`
    double against_least;  ///< what counts towards `at_least`
    bool too_many = false;
    bool too_few = false;
    bool runs_on = false;            ///< a stretch of `per` that ends after the as-of date
    std::vector<std::size_t> items;  ///< that count in it against `at_most`
  };
  Items count;
  std::vector<Part> parts;
  std::optional<double> at_most;
  std::optional<double> at_least;
  bool in_stretches = false;
  std::vector<Stretch> hopeful;
  std::vector<Stretch> strict;
};

struct DeadlineFacts {
  struct Response {
    value::Date date;
    std::size_t item;
  };
  Items responses;
  std::optional<value::Date> trigger;
  std::optional<DateSum> sum;  ///< nothing where `within` is a date
  std::optional<value::Date> due;
  std::optional<value::Date> starts;  ///< the first day that counts
  std::optional<std::int64_t> times;
  std::optional<value::Date> until;
  bool until_in_doubt = false;
  bool released = false;
  std::vector<Response> hopeful;  ///< in order
  std::vector<Response> strict;
};

struct UniqueFacts {
  struct Rival {
    rules::Subject row;
    std::optional<value::Period> during;
    bool clashes = false;
  };
  std::vector<Answer::Operand> key;
  std::optional<value::Period> during;
  bool complete = false;       ///< key and period are known
  std::vector<Rival> earlier;  ///< those with the same key that come before it
  std::size_t later = 0;
};

/// What the kind's own test went by; nothing where it was not come to.
using Facts = std::variant<std::monostate, RequireFacts, ReserveFacts, CoverFacts, FrequencyFacts,
                           LimitFacts, DeadlineFacts, UniqueFacts>;

/// How one rule was decided for one subject.
struct Account {
  std::size_t rule = 0;
  rules::Subject subject;
  rules::Verdict verdict = rules::Verdict::kPass;  ///< the worst
  std::vector<rules::Outcome> outcomes;            ///< in their order; at least one
  Step step = Step::kJudge;
  bool has_own_date = false;            ///< the rule has one; else it is about the as-of date
  std::optional<value::Date> own_date;  ///< of rules about a date
  bool has_over = false;
  std::optional<OwnPeriod> period;  ///< of rules with `over`, where that is known
  bool future_run = false;          ///< a run that begins after the as-of date
  std::vector<Answer> selected;     ///< the `where` of each binding of `for` that has one
  std::optional<Answer> when;
  Facts facts;
  std::optional<Readings> readings;  ///< where doubtful data were read in two ways
  /// Where `when` is unknown, what the kind's own test says of the subject if it is true.
  std::optional<std::vector<rules::Outcome>> if_applicable;
  std::vector<CalendarMiss> misses;  ///< dates that the calendar does not reach
};

/// Why a key leads to no subject of a rule.
struct NoSubject {
  enum class Why {
    kNotFound,      ///< no row has the key
    kOtherTable,    ///< rows of other tables have it
    kDropped,       ///< a row of the rule's own table, for which `where` is false
    kNothingBound,  ///< likewise, but a later binding found nothing
    kOtherTask,     ///< a table of reserved tasks: another line has its task, or none
    kAmbiguous,     ///< part of the keys of several
  };
  Why why = Why::kNotFound;
  rules::Subject row;                  ///< that was found
  std::vector<std::string> resources;  ///< in which the key is, of kOtherTable
  std::vector<Answer> selected;        ///< of kDropped
  std::string binding;                 ///< the name of the one that found nothing
  std::optional<std::string> task;     ///< of kOtherTask
  std::vector<std::string> keys;       ///< the nearest, or those that it could be
  std::size_t subjects = 0;            ///< how many the rule has
};

struct Accounts {
  std::optional<std::string> not_run;  ///< why the rule was not evaluated
  std::vector<Account> accounts;       ///< several where several subjects share the key
  std::optional<NoSubject> none;
};

/// Evaluates one rule for one subject and tells how it was decided: what `evaluate` says of the
/// subject, and by which steps; `complete` as in Options. The key is written as findings write it;
/// a part of it (one key of `A + B`) will do where only one subject has it.
Accounts account(const rules::RuleSet& rules, std::size_t rule, const data::Dataset& data,
                 value::Date as_of, const std::map<int, value::Date>& complete,
                 const std::string& key);

}  // namespace remit::engine
