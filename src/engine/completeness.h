#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/elements.h"
#include "rules/rule.h"

namespace remit::engine {

/// From when on the tables that a rule reads are complete, as the run states it. A table without
/// such a statement is taken for complete as far as it has rows.
class Completeness {
 public:
  /// Tells the context of a rule with `over` from which day on nothing is lacking.
  Completeness(const rules::Rule& rule, const std::map<int, value::Date>& stated, Context& context);

  /// Those of some tables of which nothing is stated.
  std::set<int> unstated(const std::set<int>& tables) const;

  /// Subjects about whose own date the same tables may lack rows.
  struct Part {
    std::set<int> open;
    Elements subjects;
  };
  /// All subjects of a rule that has no own date; a rule with `over` cuts that instead, and one
  /// that looks for rows with equal keys is about the rows that there are.
  std::vector<Part> parts_of(const Elements& subjects, Context& context) const;

  /// What is said of a finding that these tables leave open; nothing of none.
  std::string note(const std::set<int>& open) const;

 private:
  std::set<int> open_on(value::Date date) const;

  const rules::Rule& rule_;
  const data::Dataset& data_;
  const std::map<int, value::Date>& stated_;
  std::map<int, value::Date> since_;  ///< of the tables that the rule reads, where it matters
};

/// Whether an expression reads a table that may lack rows, so that a missing value is no fact.
bool reads_open(const lang::typed::Node& node, const Context& context);

/// As long as it lives, these tables may lack rows, too.
class OpenTables {
 public:
  OpenTables(const std::set<int>& tables, Context& context)
      : context_(context), before_(context.open) {
    context.open.insert(tables.begin(), tables.end());
  }
  ~OpenTables() { context_.open = before_; }
  OpenTables(const OpenTables&) = delete;
  OpenTables& operator=(const OpenTables&) = delete;

 private:
  Context& context_;
  std::set<int> before_;
};

}  // namespace remit::engine
