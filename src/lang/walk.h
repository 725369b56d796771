#pragma once

#include <set>
#include <vector>

#include "lang/environment.h"
#include "lang/typed.h"

namespace remit::lang {

/// Is shown every node and every binding of a typed tree, each before what is in it. The bodies
/// of the definitions that are called are not entered.
class TreeVisitor {
 public:
  virtual ~TreeVisitor() = default;
  virtual void node(const typed::Node&) {}
  virtual void binding(const typed::Binding&) {}
  virtual void leave(const typed::Node&) {}  ///< after all that is in it
};
void walk(const typed::Node& node, TreeVisitor& visitor);
void walk(const typed::Binding& binding, TreeVisitor& visitor);
void walk(const typed::Comprehension& comprehension, TreeVisitor& visitor);

/// The tables whose rows are read: those that bindings go through and those that relations lead
/// to, also in the definitions that are called. The table of a row that is bound outside, or
/// comes in as an argument, is not among them.
std::set<int> tables_read(const typed::Node& node, const Environment& environment);
std::set<int> tables_read(const typed::Comprehension& comprehension,
                          const Environment& environment);
/// The source and the `where` of a binding.
std::set<int> tables_read(const typed::Binding& binding, const Environment& environment);

/// What an expression needs from outside of itself.
struct Needs {
  std::set<int> slots;    ///< bound outside of it
  bool own_date = false;  ///< reads a parameter or a code set whose value depends on the own date
};
Needs needs_of(const typed::Node& node, const Environment& environment);

}  // namespace remit::lang
