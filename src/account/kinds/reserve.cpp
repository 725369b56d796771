#include <fmt/format.h>

#include "account/telling.h"

namespace remit::account {

void tell(const engine::ReserveFacts& facts, const Telling& telling) {
  const auto& kind = std::get<rules::Reserve>(telling.rule.kind);
  telling.step("The task", facts.task ? fmt::format("The task is {}, one of those reserved: {}.",
                                                    *facts.task, fmt::join(kind.tasks, ", "))
                                      : "Which task it is is not recorded.");
  const auto truth = facts.may.truth;
  const char* text = !truth   ? "Whether this worker may do it cannot be told:"
                     : *truth ? "This worker may do it:"
                              : "This worker may not do it:";
  telling.step("The test", text, true).said.below.push_back(said(facts.may, telling.rule));
}

}  // namespace remit::account
