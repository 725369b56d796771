#include "account/telling.h"

namespace remit::account {

void tell(const engine::RequireFacts& facts, const Telling& telling) {
  const auto truth = facts.holds.truth;
  const char* text = !truth   ? "Whether what is required holds cannot be told:"
                     : *truth ? "What is required holds:"
                              : "What is required does not hold:";
  telling.step("The test", text, true).said.below.push_back(said(facts.holds, telling.rule));
}

}  // namespace remit::account
