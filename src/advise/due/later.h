#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "advise/session.h"
#include "rules/outcome.h"

namespace remit::advise {

/// What makes two findings of one rule the same, on whatever days they were found: the subject, the
/// verdict, and where it starts. What a rule without days of its own finds has no start.
struct Mark {
  std::string entity;
  std::string key;
  rules::Verdict verdict;
  std::optional<value::Date> start;
  auto operator<=>(const Mark&) const = default;
};

Mark mark_of(const rules::Rule& rule, const rules::Outcome& outcome);

/// What a rule says as of a later day of the data that are loaded: nothing happens until then. Of
/// the subjects that begin with some rows of its first table, or (null) of all.
std::vector<rules::Outcome> judge_on(const Session& session, std::size_t rule, value::Date day,
                                     const std::vector<std::uint32_t>* rows);

/// What is watched on the days to come, and what was found of it.
struct Watched {
  std::size_t rule = 0;
  rules::Subject subject;
  std::optional<std::uint32_t> row{};  ///< of the rule's first table; nothing where not known
  value::Date due;                     ///< an unknown counts after this day only
  std::optional<rules::Outcome> violation{};  ///< the first one that is not found on the as-of date
  std::optional<value::Date> violation_on{};  ///< the first day on which it is found
  std::optional<value::Date> unknown_on{};    ///< likewise, where there is no violation by then
};

/// Evaluates some subjects of one rule as of each day after the as-of date, up to a day. `today` is
/// what the rule finds on that date.
void watch(const Session& session, const std::set<Mark>& today, value::Date until,
           std::vector<Watched*> all);

}  // namespace remit::advise
