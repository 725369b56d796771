#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "engine/observer.h"
#include "rules/outcome.h"
#include "rules/ruleset.h"
#include "value/date.h"

namespace remit::engine {

/// A rule that goes through more rows at once than can be counted, for a single subject.
class TooManyElements : public std::runtime_error {
 public:
  explicit TooManyElements(std::size_t elements, const std::string& rule = "");
  std::size_t elements() const { return elements_; }

 private:
  std::size_t elements_;
};

struct Options {
  value::Date as_of;
  /// Verdicts that become outcomes (counts have all of them).
  std::vector<rules::Verdict> verdicts{rules::Verdict::kViolation, rules::Verdict::kUnknown,
                                       rules::Verdict::kDue};
  /// Ids of the rules to evaluate; empty for all. A `reserve` is meant with all its lines.
  std::vector<std::string> only;
  /// By table, the day from which on no row is lacking (kFirstDate: none ever was). What is not in
  /// a table before that day, or in an empty table that is not stated complete, proves nothing.
  std::map<int, value::Date> complete;
  /// Called after each rule, with the number done and the number of all: from whichever thread, but
  /// never twice at a time.
  std::function<void(std::size_t, std::size_t)> progress;
  /// Null for none; with one everything is done on the caller's thread.
  Observer* observer = nullptr;
  /// On how many threads; 0: as many as the machine has. The result is the same.
  std::size_t threads = 1;
  /// How many rows of the first table are evaluated together; 0: as many as is fast.
  std::size_t batch = 0;
};

/// A date that a working-day function needed and the calendar does not cover.
struct CalendarMiss {
  std::string calendar;
  value::Date date;
  auto operator<=>(const CalendarMiss&) const = default;
};

struct Evaluation {
  rules::Outcomes outcomes;
  std::vector<CalendarMiss> misses;  ///< each once, in order
};

/// Evaluates every rule on the data. Neither changes; the same input gives the same result. Throws
/// TooManyElements, and what `progress` throws.
Evaluation evaluate(const rules::RuleSet& rules, const data::Dataset& data, const Options& options);

/// Evaluates one rule, for the subjects alone that begin with some rows of its first table (in
/// order, each once; null for all): what `evaluate` says of them, in its order. Of a rule of kind
/// `unique` all rows must be among them that can have the same key (see unique_keys.h).
std::vector<rules::Outcome> evaluate_rows(const rules::RuleSet& rules, std::size_t rule,
                                          const data::Dataset& data, const Options& options,
                                          const std::vector<std::uint32_t>* rows);

}  // namespace remit::engine
