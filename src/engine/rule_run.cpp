#include "engine/rule_run.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>

#include "engine/batch.h"
#include "engine/screen.h"
#include "engine/subjects.h"

namespace remit::engine {
namespace {

using rules::Outcome;
using rules::Verdict;

std::size_t count_of(const rules::Tally& tally, Verdict verdict) {
  return tally.verdicts[static_cast<std::size_t>(verdict)];
}

/// Whether no subject could break the rule in these data. A table that is stated complete can
/// accuse by what is not in it, but nothing in it can be too many.
bool has_nothing_to_find(const rules::Rule& rule, const rules::Tally& tally,
                         const std::set<int>& unstated, const Context& context) {
  if (count_of(tally, Verdict::kViolation) > 0) return false;
  if (!unstated.empty()) return true;
  const auto* limit = std::get_if<rules::Limit>(&rule.kind);
  return limit && !limit->at_least && !empty_lookup_tables(rule, context).empty();
}

/// By subject, start of the period and verdict; what has no period comes first.
bool comes_before(const Outcome& a, const Outcome& b) {
  const auto start = [](const Outcome& outcome) {
    return outcome.period ? std::optional(outcome.period->from) : std::nullopt;
  };
  const int keys = a.subject.key.compare(b.subject.key);
  if (keys != 0) return keys < 0;
  return std::make_tuple(start(a), a.verdict) < std::make_tuple(start(b), b.verdict);
}

void add(const rules::Tally& part, rules::Tally& whole) {
  whole.subjects += part.subjects;
  whole.findings += part.findings;
  for (std::size_t v = 0; v < rules::kVerdicts; ++v) whole.verdicts[v] += part.verdicts[v];
}

Context context_of(const rules::Rule& rule, const data::Dataset& data, const Options& options,
                   const Indices* rows, const Worlds* worlds, std::set<CalendarMiss>& misses) {
  Context context{data, *rule.environment, options.as_of, misses};
  context.observer = options.observer;
  context.rows = rows;
  context.worlds = worlds;
  return context;
}

/// With more elements than these at a time a batch is cut, so that memory stays small.
constexpr std::size_t kManyElements = std::size_t{1} << 24;

}  // namespace

RuleRun::RuleRun(std::size_t index, const rules::Rule& rule, const data::Dataset& data,
                 const Options& options, const Indices* rows, const Worlds* worlds)
    : index_(index),
      rule_(rule),
      options_(options),
      context_(context_of(rule, data, options, rows, worlds, misses)),
      completeness_(rule, options.complete, context_),
      empty_(completeness_.unstated(empty_main_tables(rule, context_))),
      ranges_(batches_of(rule, context_, options.batch > 0 ? options.batch : kBatch)),
      parts_(ranges_.size()),
      undone_(parts_.size()) {}

bool RuleRun::evaluate(std::size_t number) {
  if (can_be_cut(rule_)) {
    evaluate_cut(ranges_[number], parts_[number]);
  } else {
    evaluate_whole(ranges_[number], kMostElements, parts_[number]);
  }
  return --undone_ == 0;
}

void RuleRun::evaluate_cut(const RowRange& range, Part& part) {
  const std::size_t rows = range.end - range.begin;
  Part done;
  try {
    evaluate_whole(range, rows > 1 ? kManyElements : kMostElements, done);
  } catch (const TooManyElements&) {
    if (rows == 1) throw;
    const std::size_t middle = range.begin + rows / 2;
    evaluate_cut({range.begin, middle}, part);
    evaluate_cut({middle, range.end}, part);
    return;
  }
  add(done.tally, part.tally);
  std::move(done.outcomes.begin(), done.outcomes.end(), std::back_inserter(part.outcomes));
  part.entries.insert(part.entries.end(), done.entries.begin(), done.entries.end());
  part.misses.merge(done.misses);
}

void RuleRun::evaluate_whole(const RowRange& range, std::size_t most, Part& part) try {
  Context context = context_.for_part(part.misses);
  context.most_elements = most;
  const Elements subjects = subjects_in(rule_, range, context);
  for (const Completeness::Part& some : completeness_.parts_of(subjects, context)) {
    const OpenTables open(some.open, context);
    const Screened screened = screen(rule_, some.subjects, options_.verdicts, context);
    part.tally.subjects += screened.not_applicable;
    part.tally.verdicts[static_cast<std::size_t>(Verdict::kNotApplicable)] +=
        screened.not_applicable;
    Batch batch(rule_, standing_of(rule_, screened.subjects, context),
                {empty_, completeness_.note(some.open)}, context);
    batch.count(part.tally);
    batch.report(index_, options_.verdicts, context, part.outcomes, part.entries);
  }
} catch (const TooManyElements& many) {
  throw TooManyElements(many.elements(), rule_.id);
}

void RuleRun::finish() {
  for (Part& part : parts_) {
    add(part.tally, tally);
    std::move(part.outcomes.begin(), part.outcomes.end(), std::back_inserter(outcomes));
    entries.insert(entries.end(), part.entries.begin(), part.entries.end());
    misses.merge(part.misses);
    part = {};
  }
  put_in_order();
  tally.vacuous = is_vacuous();
}

/// Most often the rows of a table stand in the order of their keys.
void RuleRun::put_in_order() {
  if (std::is_sorted(outcomes.begin(), outcomes.end(), comes_before)) return;
  if (entries.empty()) {
    std::stable_sort(outcomes.begin(), outcomes.end(), comes_before);
    return;
  }
  Indices order(outcomes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return comes_before(outcomes[a], outcomes[b]);
  });
  std::vector<Outcome> sorted;
  Indices sorted_entries;
  for (const std::uint32_t at : order) {
    sorted.push_back(std::move(outcomes[at]));
    sorted_entries.push_back(entries[at]);
  }
  outcomes = std::move(sorted);
  entries = std::move(sorted_entries);
}

bool RuleRun::is_vacuous() const {
  return tally.subjects == count_of(tally, Verdict::kNotApplicable) ||
         has_nothing_to_find(rule_, tally, empty_, context_);
}

}  // namespace remit::engine
