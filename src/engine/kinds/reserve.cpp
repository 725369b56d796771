#include "engine/answers.h"
#include "engine/expression.h"
#include "engine/ruling.h"

namespace remit::engine {

Ruling judge(const rules::Reserve& kind, const Trial& trial) {
  const Vector may = evaluate(*kind.to, trial.frame, trial.context);
  const Vector task = evaluate(*kind.task, trial.frame, trial.context);
  Ruling ruling;
  for (std::size_t i = 0; i < trial.subjects.size(); ++i) {
    if (Recorder* recorder = trial.recorder_of(i)) {
      ReserveFacts facts{std::nullopt, account_of(kind.to, trial, i)};
      if (task.is_known(i)) facts.task = value::to_string(element(task, i));
      recorder->facts = std::move(facts);
    }
    if (may.is_true(i)) continue;
    const bool known = may.is_known(i) && task.is_known(i);
    ruling.judged.push_back(
        trial.finding(i, known ? rules::Verdict::kViolation : rules::Verdict::kUnknown));
  }
  return ruling;
}

}  // namespace remit::engine
