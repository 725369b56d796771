#include <fmt/format.h>

#include "mutation/changes.h"

namespace remit::mutation {

void change_tasks(Maker& maker) {
  const auto* reserve = std::get_if<rules::Reserve>(&maker.original().rule.kind);
  if (reserve == nullptr || reserve->tasks.size() < 2) return;
  for (std::size_t t = 0; t < reserve->tasks.size(); ++t) {
    Change change;
    change.place = "tasks";
    change.where = maker.original().key("tasks");
    change.before = reserve->tasks[t];
    change.words = fmt::format("without the task `{}`", change.before);
    change.missing_case = fmt::format("a case of the task `{}`", change.before);
    maker.change_rule(
        [t](rules::Rule& rule) {
          auto& tasks = std::get<rules::Reserve>(rule.kind).tasks;
          tasks.erase(tasks.begin() + static_cast<std::ptrdiff_t>(t));
        },
        std::move(change));
  }
}

}  // namespace remit::mutation
