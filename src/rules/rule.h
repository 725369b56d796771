#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lang/environment.h"
#include "lang/typed.h"
#include "text/source.h"
#include "value/date.h"

namespace remit::rules {

using lang::typed::NodePtr;

enum class Severity { kInfo, kMinor, kMajor, kCritical };
enum class OnUnknown { kUnknown, kViolation, kPass };
enum class Breach { kViolation, kUnknown };

/// Which source, and where in it.
struct Citation {
  std::string id;
  std::string at;
};

/// When the duty is in force: both dates inclusive.
struct Effective {
  std::optional<value::Date> from;
  std::optional<value::Date> to;
  bool then_unknown = false;  ///< what follows `to` is not encoded
};

/// A check that is not to speak of what it stands in, and why.
struct Allowance {
  std::string check;
  std::string because;
  text::Location where;
};

/// A piece of a message: text, or the value of an expression.
struct MessagePiece {
  std::string text;
  NodePtr expression;  ///< null for text
};

/// One comprehension of `by`, `event`, `count`, `response` or `pause`. Without bindings it is one
/// element, or none where its head is a date that is missing.
struct Elements {
  lang::typed::Comprehension comprehension;
  NodePtr weight;  ///< of `limit`; null for 1
  NodePtr unit;    ///< of `limit`; null without one
};

// ---- the kinds; each is read by kinds/<kind>.cpp
// -------------------------------------------------

struct Require {
  NodePtr require;
};

/// One line of a table of reserved tasks: a rule of its own.
struct Reserve {
  NodePtr task;
  std::vector<std::string> tasks;
  NodePtr by;  ///< the row of the one who did it
  NodePtr to;  ///< whether the worker may: boolean
};

struct Cover {
  NodePtr over;
  std::vector<Elements> by;
  NodePtr grace;  ///< a duration in days; null for 0
};

/// One phase of `frequency`: serves while the wait starts before `until`, for `times` waits, or
/// (neither) from there on.
struct Phase {
  NodePtr until;  ///< a duration from F, or a date; null without one
  NodePtr times;  ///< an integer; null without one
  NodePtr every;
  NodePtr tolerance;  ///< null: the rule's own
};

struct Frequency {
  NodePtr over;
  std::vector<Elements> event;
  std::vector<Phase> phases;  ///< `every` alone is one phase
  NodePtr first_within;       ///< null without one
  NodePtr tolerance;          ///< null for none
  std::vector<Elements> pause;
  bool restart = false;        ///< `resume: restart`
  bool clock_restart = false;  ///< `effective` starts the clocks afresh
  int since = -1;              ///< the slot of `since`
};

struct Limit {
  NodePtr over;  ///< null where it is about one day
  std::vector<Elements> count;
  NodePtr at_most;   ///< null without one
  NodePtr at_least;  ///< null without one
  enum class Per { kDay, kCalendarMonth, kCalendarYear, kDuration } per = Per::kDay;
  NodePtr per_duration;
  int peak = -1;  ///< the slot of `peak`
};

struct Deadline {
  NodePtr trigger;
  std::vector<Elements> response;
  NodePtr within;       ///< a duration from the trigger, or a date
  NodePtr counts_from;  ///< null without one
  NodePtr times;        ///< null for 1
  NodePtr until;        ///< null without one
};

struct Unique {
  std::vector<NodePtr> key;
  NodePtr while_;  ///< null without one
};

using Kind = std::variant<Require, Reserve, Cover, Frequency, Limit, Deadline, Unique>;

/// Where a key of a rule stands in its file, and its value.
struct KeyPlace {
  std::string key;
  text::Location where;
  text::Location value;
};

/// One rule, checked and ready to be evaluated.
struct Rule {
  std::string id;
  std::string table;  ///< of a line of `reserve`: the id of the table; empty otherwise
  std::string title;
  Severity severity = Severity::kMinor;
  std::vector<Citation> sources;
  Effective effective;
  std::string remedy;
  std::vector<std::string> tags;
  std::optional<std::string> disabled;  ///< why, where it is
  OnUnknown on_unknown = OnUnknown::kUnknown;
  Breach breach = Breach::kViolation;
  std::vector<Allowance> allow;       ///< of a line: the table's too
  std::vector<MessagePiece> message;  ///< empty: the title serves

  std::vector<lang::typed::Binding> subjects;  ///< `for`
  NodePtr when;                                ///< null without one
  NodePtr on;                                  ///< null without one
  Kind kind;

  std::vector<lang::Slot> slots;  ///< of the rule's scope; slot 0 is the own date
  std::vector<int> reads;         ///< tables that it reads, without the first of `for`, each once
  std::shared_ptr<const lang::Environment> environment;
  text::Location where;
  std::vector<KeyPlace> keys;  ///< in the order of the file; of a line: its own, then the table's
  std::size_t file = 0;        ///< index in RuleSet::files
};

/// The word for a kind, as rule files write it.
std::string_view kind_word(const Kind& kind);

}  // namespace remit::rules
