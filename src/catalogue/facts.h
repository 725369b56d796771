#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rules/rule.h"

namespace remit::catalogue {

/// A code that a rule compares a field with: by `=` or `!=`, in a list or a code set, or as a task
/// of a `reserve` line.
struct ComparedCode {
  int table = -1;
  int field = -1;
  std::string code;
  bool operator==(const ComparedCode&) const = default;
};

/// What a rule uses, also in the definitions that it calls; each once, in the order in which the
/// rule first comes to it. Indices are of the rule's environment and of its model.
struct Facts {
  std::vector<int> parameters;
  std::vector<int> sets;
  std::vector<int> definitions;
  std::vector<int> tables;                  ///< the first of `for` first
  std::vector<std::pair<int, int>> fields;  ///< table and field
  std::vector<ComparedCode> codes;
};

Facts facts_of(const rules::Rule& rule);

}  // namespace remit::catalogue
