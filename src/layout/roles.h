#pragma once

#include <unordered_map>

#include "yaml/node.h"

namespace remit::layout {

/// What is written in a scalar, beside text that only its author may change.
enum class Role { kText, kExpression, kMessage };

/// The scalars of a rule-set file that hold expressions, and the messages, whose holes do. Other
/// files have none.
class Roles {
 public:
  explicit Roles(const yaml::Node& document);
  Role of(const yaml::Node& scalar) const;

 private:
  void read_rule(const yaml::Node& rule);
  void mark_keys(const yaml::Node& mapping);

  std::unordered_map<const yaml::Node*, Role> roles_;
};

}  // namespace remit::layout
