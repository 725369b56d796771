#pragma once

#include <optional>

#include "advise/session.h"
#include "remit/due.h"
#include "text/diagnostic.h"

namespace remit::advise {

/// What a question comes to in the data.
struct DueScope {
  value::Date last;           ///< the last day that is looked at
  std::int32_t subject = -1;  ///< rows; -1 for all
  std::int32_t worker = -1;
  std::int32_t team = -1;
  bool overdue = true;
  rules::Severity least = rules::Severity::kInfo;
};

/// Nothing (with errors) where something that it names is not there, or the calendar does not reach
/// so far.
std::optional<DueScope> read_question(const Session& session, const DueQuestion& question,
                                      text::Diagnostics& diagnostics);

}  // namespace remit::advise
