#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "findings/history.h"

namespace remit::baseline {

/// A finding as a former run wrote it down.
struct Entry {
  std::uint32_t rule = 0;    ///< index in Run::rules
  std::uint32_t entity = 0;  ///< index in Run::entities
  std::string key;
  findings::Fingerprint fingerprint;
  /// What was last said of it; of what is fixed, before it was.
  findings::Former former;
  value::Date first_seen = value::kOpen;
  /// kFixed and kNotJudged for what that run had no more; else what it said of it, kNew where it
  /// had no baseline itself.
  findings::State state = findings::State::kNew;
  std::optional<value::Date> fixed_on;
  std::string why;  ///< of what it had no more
};

/// What a former run wrote with `--format ndjson`.
struct Run {
  std::string file;
  std::string ruleset;  ///< its name
  std::string version;  ///< of the rule set
  value::Date as_of;
  std::optional<findings::Window> window;
  std::vector<rules::Verdict> verdicts;  ///< that it lists
  rules::Severity least = rules::Severity::kInfo;
  std::vector<std::string> run_rules;  ///< that it evaluated
  std::vector<std::string> rules;      ///< that have entries
  std::vector<std::string> entities;
  std::vector<Entry> entries;  ///< in the order of rule id, key, start
};

}  // namespace remit::baseline
