#pragma once

#include <string>
#include <vector>

#include "lang/check/check.h"
#include "rules/rule.h"
#include "yaml/node.h"

namespace remit::rules {

/// What a mapping's comprehensions are to give.
struct ElementsWanted {
  value::Kind head = value::Kind::kPeriod;
  const yaml::Node* weight = nullptr;  ///< seen from every element's names
  const yaml::Node* unit = nullptr;
};

/// Reads the expressions of one rule from YAML scalars: parses and, where the names are known,
/// checks them. What fails is reported once and is then a node of type kError.
class Expressions {
 public:
  /// Without a model in the environment nothing is checked, only parsed.
  Expressions(const lang::Environment& environment, text::SourcePtr file,
              text::Diagnostics& diagnostics);

  lang::Scope& scope() { return scope_; }
  /// From here on expressions are only parsed: the names that they use are not known, and to
  /// report each of them would say one thing many times.
  void stop_checking() { checking_ = false; }

  /// `for` of a rule; the names stay visible.
  std::vector<lang::typed::Binding> subjects(const yaml::Node& node);
  /// An expression of any type.
  NodePtr any(const yaml::Node& node, const std::string& what);
  NodePtr any(const text::Excerpt& excerpt);
  NodePtr typed(const yaml::Node& node, const value::Type& type, const std::string& what);
  /// A comprehension with a head, one element without `for`, or a list of these.
  std::vector<Elements> elements(const yaml::Node& node, const ElementsWanted& wanted,
                                 const std::string& what);
  /// An expression or a list of them.
  std::vector<NodePtr> list(const yaml::Node& node, const std::string& what);
  /// Binds a word that a kind gives its expressions, such as `since`; reports a name that the rule
  /// binds itself.
  int bind_word(const std::string& word, value::Kind kind, const text::Location& where);

 private:
  lang::ExpressionPtr parse(const yaml::Node& node, const std::string& what);
  /// An expression that stands for one element.
  NodePtr single(const yaml::Node& node, const ElementsWanted& wanted, const std::string& what);
  Elements element(const yaml::Node& node, const ElementsWanted& wanted, const std::string& what);
  Elements comprehension(const yaml::Node& node, const ElementsWanted& wanted,
                         const std::string& what);

  text::SourcePtr file_;
  text::Diagnostics& diagnostics_;
  lang::Checker checker_;
  lang::Scope scope_;
  bool checking_;
};

/// The node of what could not be read: of type kError, and accepted everywhere.
NodePtr error_node();
/// Whether a node is there and of this kind, or of a type that could not be told.
bool is_kind(const NodePtr& node, value::Kind kind);
/// The value of an expression that is written out, with its sign; missing for any other.
value::Value constant_value(const NodePtr& node);

}  // namespace remit::rules
