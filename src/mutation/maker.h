#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "mutation/mutant.h"
#include "mutation/original.h"

namespace remit::mutation {

/// What is said of a change; see Mutant.
struct Change {
  std::string place;     ///< key of the rule, or what rules share
  text::Location where;  ///< to be underlined
  std::string words;
  std::string before;
  std::string after;
  std::string missing_case;
  std::optional<Edit> edit = std::nullopt;
};

/// Makes mutants of one rule, and leaves out those that change nothing or were made before.
class Maker {
 public:
  explicit Maker(const Original& original);

  const Original& original() const { return original_; }

  /// Puts an expression in the place of one; null leaves out a `where` or a `when`.
  void replace(const Site& site, const rules::NodePtr& replacement, Change change);
  /// A new text in the place of a stretch of the rule's file: what `replace` is told of most
  /// changes. `where` is what is underlined.
  Change edited(const Site& site, text::Span where, std::string text, text::Span edited,
                std::string edit) const;
  /// Changes the rule beside its expressions.
  void change_rule(const std::function<void(rules::Rule&)>& apply, Change change);
  /// Changes parameters or code sets.
  void change_environment(const std::function<void(lang::Environment&)>& apply, Change change);

  std::vector<Mutant> take() { return std::move(mutants_); }

 private:
  void add(rules::Rule rule, Change change, bool shared);

  const Original& original_;
  std::vector<Mutant> mutants_;
  std::set<std::string> known_;  ///< fingerprints, that of the rule itself among them
  std::set<std::string> ids_;
};

/// A copy of a node of the tree with a new kind: the type and the place stay.
rules::NodePtr with_kind(const lang::typed::Node& node, decltype(lang::typed::Node::kind) kind);
/// A node that stands where `place` does.
rules::NodePtr make_node(const lang::typed::Node& place, value::Type type,
                         decltype(lang::typed::Node::kind) kind);
/// The node itself, to stand in a new one.
rules::NodePtr same(const lang::typed::Node& node);

/// White space of all kinds as one space, and long texts with their middle left out.
std::string on_one_line(const std::string& text);

}  // namespace remit::mutation
