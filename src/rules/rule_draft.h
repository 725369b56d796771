#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/context.h"
#include "rules/expressions.h"
#include "rules/particulars.h"
#include "yaml/mapping.h"

namespace remit::rules {

/// A rule while it is read: its keys, its names and what is known of it so far. The kinds take
/// their own keys from it.
class RuleDraft {
 public:
  RuleDraft(const yaml::Node& node, RuleContext& context);

  const yaml::Node& node() const { return node_; }
  yaml::Mapping& keys() { return keys_; }
  Expressions& expressions() { return expressions_; }
  RuleContext& context() { return context_; }
  text::Diagnostics& diagnostics() { return context_.diagnostics; }

  /// The key's expression, of the type; null where the key is absent. An empty value is an error.
  NodePtr optional(const std::string& key, value::Kind kind);
  /// As `optional`, but never null: an absent key is an error.
  NodePtr required(const std::string& key, value::Kind kind);
  /// One that may be a duration or a date; null where the key is absent.
  NodePtr duration_or_date(const std::string& key);
  std::vector<Elements> optional_elements(const std::string& key, const ElementsWanted& wanted);
  std::vector<Elements> required_elements(const std::string& key, const ElementsWanted& wanted);

  /// Whether a key that no kind has most likely means one of these: then that they are missing is
  /// no mistake of its own.
  bool is_misspelt(const std::vector<std::string>& keys) const;
  /// Reports that none of some keys is there, unless one is misspelt.
  void missing_one_of(const std::vector<std::string>& keys, std::string message, std::string help);
  /// Reports a mistake at a key (or the whole rule where the key is absent).
  void error(std::string_view code, std::string_view key, std::string message, std::string help);
  /// Reports a count, interval or bound that is written out and not at least `least`.
  void at_least(const NodePtr& node, std::string_view key, std::int64_t least);

  /// What the common keys say.
  Rule rule;
  Particulars particulars;
  /// Of the lines that a table has: what they say for themselves, and where each stands.
  std::vector<std::pair<Particulars, text::Location>> lines;
  text::Location id_where;

 private:
  const yaml::Node* present(const std::string& key);

  const yaml::Node& node_;
  RuleContext& context_;
  yaml::Mapping keys_;
  Expressions expressions_;
};

/// Where the keys of a mapping stand.
std::vector<KeyPlace> key_places(const yaml::Node& node);

/// Back quotes around a key, as messages show it.
std::string quoted(std::string_view key);

/// The same for the keys of a mapping inside a rule, such as a phase.
NodePtr optional_expression(yaml::Mapping& keys, const std::string& key, value::Kind kind,
                            Expressions& expressions, text::Diagnostics& diagnostics);
NodePtr optional_duration_or_date(yaml::Mapping& keys, const std::string& key,
                                  Expressions& expressions, text::Diagnostics& diagnostics);
/// Reports an expression written out (a number or a duration) that is less than `least`.
void check_at_least(const NodePtr& node, std::string_view key, const text::Location& where,
                    std::int64_t least, text::Diagnostics& diagnostics);

}  // namespace remit::rules
