#pragma once

#include <atomic>
#include <set>
#include <vector>

#include "engine/completeness.h"
#include "engine/context.h"
#include "engine/evaluate.h"
#include "engine/subjects.h"
#include "rules/outcome.h"
#include "rules/rule.h"

namespace remit::engine {

/// The evaluation of one rule, cut into parts that need nothing of each other: some of its
/// subjects each. Parts can be evaluated on several threads at a time.
class RuleRun {
 public:
  /// `index` is the rule's in the rule set; `rows` and `worlds` as in the context.
  RuleRun(std::size_t index, const rules::Rule& rule, const data::Dataset& data,
          const Options& options, const Indices* rows = nullptr, const Worlds* worlds = nullptr);

  std::size_t parts() const { return parts_.size(); }
  /// Evaluates a part; true for the last one that was to be done. Whoever had it then calls
  /// `finish`, once.
  bool evaluate(std::size_t number);
  void finish();

  /// After that.
  rules::Tally tally;
  std::vector<rules::Outcome> outcomes;  ///< in order of subject key, start of the period, verdict
  /// With rows, the entry of them that each outcome comes from.
  Indices entries;
  std::set<CalendarMiss> misses;

 private:
  struct Part {
    rules::Tally tally;
    std::vector<rules::Outcome> outcomes;
    Indices entries;
    std::set<CalendarMiss> misses;
  };

  /// Cuts the range where too many elements come together.
  void evaluate_cut(const RowRange& range, Part& part);
  void evaluate_whole(const RowRange& range, std::size_t most, Part& part);
  bool is_vacuous() const;
  void put_in_order();

  std::size_t index_;
  const rules::Rule& rule_;
  const Options& options_;
  Context context_;  ///< from which those of the parts are made
  Completeness completeness_;
  std::set<int> empty_;
  std::vector<RowRange> ranges_;  ///< of the parts
  std::vector<Part> parts_;
  std::atomic<std::size_t> undone_;
};

}  // namespace remit::engine
