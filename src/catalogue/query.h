#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue/entry.h"
#include "text/diagnostic.h"

namespace remit::catalogue {

/// Which rules are wanted. Of the words of one list any will do; everything that is given must be
/// so of a rule.
struct Query {
  std::vector<std::string> tasks;  ///< codes compared with a field `task` or `..._task`
  std::vector<std::string> roles;  ///< likewise `role`
  std::vector<std::string> sources;
  std::vector<std::string> tags;
  std::vector<std::string> kinds;
  std::vector<std::string> tables;  ///< that the rule reads
  std::optional<value::Date> on;    ///< in force on this day, and not disabled
  std::vector<std::string> search;  ///< stands in id, title, message or sentences
};

/// Reports words that no rule can answer to: a source, tag, kind or table that none of the rules
/// has.
void check(const Query& query, const rules::RuleSet& rules, text::Diagnostics& diagnostics);

bool matches(const Entry& entry, const Query& query);

/// What to say where nothing matched: the nearest task and role that rules do look at. May be
/// empty.
std::string advice(const std::vector<Entry>& entries, const Query& query);

}  // namespace remit::catalogue
