#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "findings/finding.h"

namespace remit::report {

/// A finding laid out as a row of a table.
struct FindingRow {
  std::string rule;
  std::string title;
  std::string severity;
  std::string verdict;
  std::string entity;
  std::string key;
  std::optional<value::Date> from;  ///< the first day
  std::optional<value::Date> to;    ///< the last day; nothing while it is open
  std::optional<value::Date> due;
  std::string message;
  std::string needs;  ///< `workers W3 registered_until; ...`
  std::string remedy;
  std::string sources;
  std::string file;
  std::size_t line = 0;  ///< 0 where it is not known
  std::string waived_by;
  std::optional<value::Date> waived_until;
  std::string waived_because;
  std::string fingerprint;
  std::string state;  ///< against a baseline; empty without one
  std::optional<value::Date> first_seen;
  std::optional<std::int64_t> age;  ///< in working days
  std::string former;               ///< of what changed: `due by 2026-03-01`
  std::optional<value::Date> fixed_on;
};

FindingRow row_of(const findings::Audit& audit, const findings::Finding& finding);
/// Likewise something wrong in the data, its code in place of the rule.
FindingRow row_of(const findings::DataFinding& finding);
/// Likewise a remark on a waiver.
FindingRow row_of(const findings::Audit& audit, const findings::WaiverFinding& finding);

/// Likewise a finding that is there no more; its days are those that it had.
FindingRow row_of(const findings::Audit& audit, const findings::PastFinding& finding);

}  // namespace remit::report
