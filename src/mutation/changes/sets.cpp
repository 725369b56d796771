#include <fmt/format.h>

#include "mutation/changes.h"

namespace remit::mutation {

void change_sets(Maker& maker) {
  const Original& original = maker.original();
  for (const int index : original.sets) {
    const auto s = static_cast<std::size_t>(index);
    const lang::CodeSet& set = original.environment().sets[s];
    for (std::size_t v = 0; set.values.size() > 1 && v < set.values.size(); ++v) {
      Change change;
      change.place = "set " + set.name;
      change.where = set.values[v].where;
      change.before = value::to_string(set.values[v].value);
      change.words = fmt::format("without the code `{}`", change.before);
      change.missing_case = fmt::format("a case with the code `{}`", change.before);
      maker.change_environment(
          [&](lang::Environment& environment) {
            auto& values = environment.sets[s].values;
            values.erase(values.begin() + static_cast<std::ptrdiff_t>(v));
          },
          std::move(change));
    }
  }
}

}  // namespace remit::mutation
