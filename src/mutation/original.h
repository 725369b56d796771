#pragma once

#include <set>
#include <string>
#include <vector>

#include "rules/rule.h"

namespace remit::mutation {

/// Where an expression stands in a rule, or in a definition that it uses.
struct Site {
  const lang::typed::Node* node;
  const lang::typed::Node* parent;  ///< null where it is a part by itself
  std::string place;                ///< key of the rule, or `definition registered`
  int definition = -1;              ///< index in the environment; -1: in the rule itself
  bool is_where = false;            ///< the whole `where` of a binding
  bool is_when = false;             ///< the whole `when`
  bool is_tie = false;              ///< the equality that ties a whole table to the subject
  /// Whether a duration of another unit can stand there as well.
  bool any_unit = false;
};

/// A rule and what it is made of, for the changes to look at.
struct Original {
  const rules::Rule& rule;
  std::vector<Site> sites;       ///< every node, before what is in it
  std::vector<int> definitions;  ///< that it uses, also through others, in order of first use
  std::set<int> parameters;      ///< likewise
  std::set<int> sets;

  const lang::Environment& environment() const { return *rule.environment; }
  /// The text of a node as it is written.
  std::string text(const lang::typed::Node& node) const;
  text::Location location(text::Span span) const;
  /// The place of a key of the rule; that of the rule where it has none.
  text::Location key(const std::string& key) const;
};

Original look_at(const rules::Rule& rule);

}  // namespace remit::mutation
