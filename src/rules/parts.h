#pragma once

#include <string>

#include "rules/rule.h"

namespace remit::rules {

/// Is shown all that is evaluated of a rule, each part with the key under which it stands:
/// `when`, `phase 2 every`. It may change what it is shown. What the message says is no part.
class PartVisitor {
 public:
  virtual ~PartVisitor() = default;
  /// Never null.
  virtual void expression(const std::string& key, NodePtr& expression) = 0;
  virtual void binding(const std::string& key, lang::typed::Binding& binding) = 0;
  virtual void elements(const std::string& key, lang::typed::Comprehension& elements) = 0;
};

/// Goes through the parts in the order in which `docs/language.md` names them. The worker of a
/// line of reserved tasks is no part: it stands in the call of `to`.
void visit_parts(Rule& rule, PartVisitor& visitor);

}  // namespace remit::rules
