#include "engine/reference/interpreter.h"
#include "engine/reference/kinds/kind.h"

// Decisions where the language page is silent:
// - The steps before the test come first, as for every kind: a missing own date is unknown even
//   where `to` would hold.
namespace remit::engine::reference {

Result test(const Case& subject, const rules::Reserve& rule) {
  const Truth may = evaluate_truth(subject.world, rule.to, subject.frame);
  const bool known_task = !evaluate(subject.world, *rule.task, subject.frame).is_missing();
  if (may == false && !known_task) return unknown_result();
  return about_a_date(subject, may);
}

}  // namespace remit::engine::reference
