#include "engine/reference/interpreter.h"
#include "engine/reference/kinds/kind.h"

namespace remit::engine::reference {

Result test(const Case& subject, const rules::Require& rule) {
  return about_a_date(subject, evaluate_truth(subject.world, rule.require, subject.frame));
}

}  // namespace remit::engine::reference
