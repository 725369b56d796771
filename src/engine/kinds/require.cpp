#include "engine/answers.h"
#include "engine/expression.h"
#include "engine/ruling.h"

namespace remit::engine {

Ruling judge(const rules::Require& kind, const Trial& trial) {
  const Vector holds = evaluate(*kind.require, trial.frame, trial.context);
  Ruling ruling;
  for (std::size_t i = 0; i < trial.subjects.size(); ++i) {
    if (Recorder* recorder = trial.recorder_of(i)) {
      recorder->facts = RequireFacts{account_of(kind.require, trial, i)};
    }
    if (holds.is_true(i)) continue;
    const bool known = holds.is_known(i);
    ruling.judged.push_back(
        trial.finding(i, known ? rules::Verdict::kViolation : rules::Verdict::kUnknown));
  }
  return ruling;
}

}  // namespace remit::engine
