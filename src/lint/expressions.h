#pragma once

#include <string>
#include <vector>

#include "lang/walk.h"
#include "rules/rule.h"

namespace remit::lint {

/// One expression of a rule and the key that it is the value of (or stands in).
struct Placed {
  std::string key;
  lang::typed::NodePtr node;
};

/// The comprehensions of one key.
struct PlacedElements {
  std::string key;
  const rules::Elements* elements;
};

/// What the kind of a rule decides by, besides `for`, `when` and `on`.
struct KindExpressions {
  std::vector<Placed> nodes;
  std::vector<PlacedElements> elements;
};

KindExpressions kind_expressions(const rules::Rule& rule);

/// Every tree of a rule is walked: bindings, conditions, the kind's own, the message.
void walk_rule(const rules::Rule& rule, lang::TreeVisitor& visitor);

/// The same but for the message.
void walk_decision(const rules::Rule& rule, lang::TreeVisitor& visitor);

/// The place of an expression of a rule.
text::Location place(const rules::Rule& rule, const lang::typed::NodePtr& node);
/// The place of a key of a rule, or of the whole rule where it has none.
text::Location key_place(const rules::Rule& rule, const std::string& key);
/// The words of an expression, on one line; long ones are cut.
std::string words(const text::SourcePtr& file, text::Span span);

}  // namespace remit::lint
