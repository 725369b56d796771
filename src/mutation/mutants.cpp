#include <array>

#include "mutation/changes.h"

namespace remit::mutation {
namespace {

constexpr std::array kOfExpressions{
    change_comparison, change_connective, change_negation, change_condition, change_quantifier,
    change_function,   change_number,     change_date,     change_duration,  change_unit,
    change_list,       change_field,      change_period,
};

constexpr std::array kOfRules{
    change_effective, change_verdicts, change_sources, change_options,    change_phases,
    change_pause,     change_tasks,    change_keys,    change_parameters, change_sets,
};

}  // namespace

std::vector<Mutant> mutants_of(const rules::Rule& rule) {
  const Original original = look_at(rule);
  Maker maker(original);
  for (const Site& site : original.sites) {
    for (const auto change : kOfExpressions) change(site, maker);
  }
  for (const auto change : kOfRules) change(maker);
  return maker.take();
}

}  // namespace remit::mutation
