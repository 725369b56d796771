#include "engine/evaluate_rule.h"

#include "engine/batch.h"
#include "engine/subjects.h"

namespace remit::engine {

rules::Tally evaluate_rule(std::size_t index, const rules::Rule& rule, const Options& options,
                           Context& context, std::vector<rules::Outcome>& outcomes) {
  rules::Tally tally;
  const std::string empty_tables = empty_main_tables(rule, context);
  each_batch(rule, context, [&](const Elements& subjects) {
    Batch batch(rule, standing_of(rule, subjects, context), empty_tables, context);
    batch.count(tally);
    batch.report(index, options.verdicts, context, outcomes);
    context.translations.clear();  // constants are made anew for each batch
  });
  const auto excluded = tally.verdicts[static_cast<std::size_t>(rules::Verdict::kNotApplicable)];
  tally.vacuous = tally.subjects == excluded || !empty_lookup_tables(rule, context).empty();
  return tally;
}

}  // namespace remit::engine
