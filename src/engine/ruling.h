#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/candidates.h"
#include "engine/recorder.h"
#include "engine/standing.h"
#include "rules/outcome.h"

namespace remit::engine {

/// One finding of one subject, before it has words.
struct Judged {
  std::uint32_t subject = 0;  ///< tuple of the standing's frame
  rules::Verdict verdict = rules::Verdict::kUnknown;
  std::optional<value::Period> period;
  std::optional<value::Date> due;
  Indices elements;                  ///< the candidates that explain it
  Indices pauses;                    ///< likewise among the pauses of `frequency`
  std::optional<value::Date> since;  ///< of `frequency`: the start of the wait
  std::optional<double> peak;        ///< of `limit`
  std::optional<std::string> note;   ///< said after the message: what no cell can tell
  bool doubt = false;                ///< it comes of data that is missing, whatever its verdict
  bool final = false;                ///< `on_unknown` and `breach` do not touch it
};

inline Judged make_judged(std::uint32_t subject, rules::Verdict verdict,
                          std::optional<value::Period> period) {
  Judged judged;
  judged.subject = subject;
  judged.verdict = verdict;
  judged.period = period;
  return judged;
}

/// What a kind's own test found: nothing for a subject that passes.
struct Ruling {
  std::vector<Judged> judged;
  Candidates candidates;  ///< what Judged::elements counts in
  Candidates pauses;      ///< what Judged::pauses counts in
};

/// Only the subjects at Step::kJudge are to be judged.
struct Trial {
  const rules::Rule& rule;
  const Standing& standing;
  const Indices& subjects;  ///< of the standing's frame
  FramePtr frame;           ///< these subjects
  Context& context;
  Recorder* recorder = nullptr;  ///< null where nobody asks how it was decided

  const OwnPeriod& period(std::size_t i) const { return standing.periods[subjects[i]]; }
  /// A finding of the i-th subject about all that was judged.
  Judged finding(std::size_t i, rules::Verdict verdict) const {
    return make_judged(subjects[i], verdict, standing.judged(subjects[i]));
  }
  /// Where to note how the i-th subject was decided; null where that is not asked.
  Recorder* recorder_of(std::size_t i) const {
    return recorder && recorder->subject == subjects[i] ? recorder : nullptr;
  }
};

// One function for each kind, in kinds/<kind>.cpp. Judged::subject counts in the standing's frame,
// candidates in the trial's.
Ruling judge(const rules::Require& kind, const Trial& trial);
Ruling judge(const rules::Reserve& kind, const Trial& trial);
Ruling judge(const rules::Cover& kind, const Trial& trial);
Ruling judge(const rules::Frequency& kind, const Trial& trial);
Ruling judge(const rules::Limit& kind, const Trial& trial);
Ruling judge(const rules::Deadline& kind, const Trial& trial);
Ruling judge(const rules::Unique& kind, const Trial& trial);

}  // namespace remit::engine
