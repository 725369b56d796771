#include "engine/reference/kinds/kind.h"

namespace remit::engine::reference {

Result weigh(const RunResult& hopeful, const RunResult& strict) {
  if (hopeful.unknown || strict.unknown) return unknown_result();
  Result result;
  result.violations = hopeful.violations;
  result.unknown = hopeful.violations != strict.violations;
  if (!result.unknown) result.due = strict.due;
  return result;
}

Result about_a_date(const Case& subject, Truth holds) {
  if (!holds) return unknown_result();
  Result result;
  if (!*holds) result.violations.push_back(subject.judged);
  return result;
}

}  // namespace remit::engine::reference
