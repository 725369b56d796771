#include "engine/kinds/two_runs.h"

#include <algorithm>

namespace remit::engine {
namespace {

bool same_periods(const RunFindings& left, const RunFindings& right) {
  return std::equal(left.violations.begin(), left.violations.end(), right.violations.begin(),
                    right.violations.end(),
                    [](const auto& a, const auto& b) { return a.period == b.period; });
}

ReadingResult reading_of(const RunFindings& run) {
  ReadingResult result{{}, run.due};
  for (const auto& violation : run.violations) result.violations.push_back(violation.period);
  return result;
}

}  // namespace

Indices doubtful_of(const Candidates& candidates, std::size_t i) {
  Indices elements;
  for (std::uint32_t k = candidates.starts[i]; k < candidates.starts[i + 1]; ++k) {
    if (candidates.all[k].doubtful()) elements.push_back(k);
  }
  return elements;
}

void weigh(const Trial& trial, std::size_t i, const RunFindings& hopeful, const RunFindings& strict,
           Indices doubtful, Ruling& ruling) {
  if (Recorder* recorder = trial.recorder_of(i)) {
    recorder->readings = Readings{reading_of(hopeful), reading_of(strict)};
  }
  for (const auto& violation : hopeful.violations) {
    Judged judged = trial.finding(i, rules::Verdict::kViolation);
    judged.period = violation.period;
    judged.peak = violation.peak;
    judged.elements = violation.elements;
    ruling.judged.push_back(std::move(judged));
  }
  if (!same_periods(hopeful, strict)) {
    Judged judged = trial.finding(i, rules::Verdict::kUnknown);
    judged.elements = std::move(doubtful);
    ruling.judged.push_back(std::move(judged));
  } else if (strict.due) {
    Judged judged = trial.finding(i, rules::Verdict::kDue);
    judged.period.reset();
    judged.due = strict.due;
    ruling.judged.push_back(std::move(judged));
  }
}

}  // namespace remit::engine
