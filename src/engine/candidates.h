#pragma once

#include <vector>

#include "engine/standing.h"
#include "rules/rule.h"

namespace remit::engine {

/// One element of a kind's comprehension for one subject: a period, or a date as its one day.
struct Candidate {
  std::uint32_t subject;
  std::uint32_t source;  ///< which of the comprehensions
  std::uint32_t tuple;   ///< in the frame of that comprehension
  bool known;            ///< the period or date is known
  bool sure;             ///< `where` is true
  value::Period period;

  /// Neither surely there nor surely not.
  bool doubtful() const { return !known || !sure; }
};

/// The elements of all comprehensions of one key, by subject and then in the order of the rule.
struct Candidates {
  std::vector<Candidate> all;
  Indices starts;                ///< those of subject i: all[starts[i]] up to all[starts[i + 1]]
  Bitmap unknown;                ///< by subject: a whole collection is unknown
  Bitmap open;                   ///< by subject: there may be any number of elements not seen
  Bitmap doubtful;               ///< by subject: some element is
  std::vector<FramePtr> frames;  ///< one a comprehension
  const std::vector<rules::Elements>* from = nullptr;

  /// Whether what is there, and what is not, is certain: then the two runs of a test are one.
  bool is_certain(std::size_t subject) const {
    return !doubtful.get(subject) && !open.get(subject) && !unknown.get(subject);
  }
};

/// Elements that are false, or known to start after the as-of date, are left out.
Candidates candidates_of(const std::vector<rules::Elements>& sources, const FramePtr& subjects,
                         Context& context);

}  // namespace remit::engine
