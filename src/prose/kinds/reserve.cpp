#include <fmt/format.h>

#include "prose/condition.h"
#include "prose/telling.h"
#include "prose/value.h"

namespace remit::prose {

void tell(const rules::Reserve& kind, Telling& telling) {
  Context& context = telling.context();
  std::string task;
  telling.add(Part::kWhen, [&]() -> std::string {
    std::vector<std::string> tasks;
    for (const std::string& each : kind.tasks) tasks.push_back(spoken(value::Value{each}));
    task = value(kind.task, context);
    return fmt::format("It applies only if {} is {}, or is not known", task, joined(tasks, "or"));
  });
  telling.add(Part::kDuty,
              [&] { return led("It is allowed only if ", condition(kind.to, true, context)); });
  telling.add(Part::kDetail, [&]() -> std::string {
    return fmt::format("Where {} is not known and that does not hold, it cannot be decided", task);
  });
}

}  // namespace remit::prose
