#include "engine/evaluate_rule.h"

#include "engine/batch.h"
#include "engine/completeness.h"
#include "engine/subjects.h"

namespace remit::engine {
namespace {

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

}  // namespace

rules::Tally evaluate_rule(std::size_t index, const rules::Rule& rule, const Options& options,
                           Context& context, std::vector<rules::Outcome>& outcomes) {
  rules::Tally tally;
  const Completeness completeness(rule, options.complete, context);
  const std::set<int> empty = completeness.unstated(empty_main_tables(rule, context));
  each_batch(rule, context, [&](const Elements& all) {
    for (const Completeness::Part& part : completeness.parts_of(all, context)) {
      const OpenTables open(part.open, context);
      Batch batch(rule, standing_of(rule, part.subjects, context),
                  {empty, completeness.note(part.open)}, context);
      batch.count(tally);
      batch.report(index, options.verdicts, context, outcomes);
      context.translations.clear();  // constants are made anew for each batch
    }
  });
  tally.vacuous = tally.subjects == count_of(tally, Verdict::kNotApplicable) ||
                  has_nothing_to_find(rule, tally, empty, context);
  return tally;
}

}  // namespace remit::engine
