#pragma once

#include <cstddef>
#include <string>

#include "value/date.h"

namespace remit::findings {

/// A decision to bear breaches of a rule for a time.
struct Waiver {
  std::string rule;     ///< an id, or that of a table of reserved tasks
  std::string subject;  ///< a key, or a pattern: `*` for any text, `?` for one character
  value::Date from;     ///< the first day
  value::Date to;       ///< the last day
  std::string approved_by;
  value::Date approved_on;
  std::string reason;
  std::string file;      ///< where it stands
  std::size_t line = 0;  ///< from 1
};

/// Something that should be known about a waiver: `WAIVER-EXPIRED`, `WAIVER-UNUSED`, ...
struct WaiverFinding {
  std::string code;
  std::size_t waiver = 0;  ///< index in Audit::waivers
  std::string message;
};

}  // namespace remit::findings
