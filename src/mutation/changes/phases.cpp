#include <fmt/format.h>

#include "mutation/changes.h"

namespace remit::mutation {
namespace {

/// Without the last phase the one before it goes on for ever.
void drop(std::vector<rules::Phase>& phases, std::size_t index) {
  phases.erase(phases.begin() + static_cast<std::ptrdiff_t>(index));
  phases.back().until = nullptr;
  phases.back().times = nullptr;
}

}  // namespace

void change_phases(Maker& maker) {
  const auto* frequency = std::get_if<rules::Frequency>(&maker.original().rule.kind);
  if (frequency == nullptr || frequency->phases.size() < 2) return;
  for (std::size_t p = 0; p < frequency->phases.size(); ++p) {
    const rules::NodePtr& every = frequency->phases[p].every;
    Change change;
    change.place = fmt::format("phase {}", p + 1);
    change.where = maker.original().location(every->span);
    change.before = fmt::format("every: {}", maker.original().text(*every));
    change.words = fmt::format("without phase {}", p + 1);
    change.missing_case = "a case with a wait in this phase that another one would judge otherwise";
    maker.change_rule(
        [p](rules::Rule& rule) { drop(std::get<rules::Frequency>(rule.kind).phases, p); },
        std::move(change));
  }
}

}  // namespace remit::mutation
