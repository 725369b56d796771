#pragma once

#include <map>
#include <set>
#include <string>

#include "lang/environment.h"
#include "lang/typed.h"
#include "privacy/fields.h"
#include "rules/rule.h"

namespace remit::privacy {

/// Tells whether what a rule evaluates reads marked fields: by itself, through the definitions that
/// it calls, along relations, in the conditions of what it goes through, and by names that were
/// bound to what reads them.
class Reads {
 public:
  Reads(const lang::Environment& environment, const Marks& marks);

  bool reads(const lang::typed::Node& node);
  bool reads(const lang::typed::Comprehension& elements);

  /// A name of the scope whose value comes of marked fields.
  void taint(int slot);
  bool is_tainted(int slot) const { return slots_.contains(slot); }

  /// The scope of a definition that is called here with these arguments.
  Reads inside(const lang::typed::DefinitionCall& call);

 private:
  class Visitor;
  bool definition_reads(int definition);

  const lang::Environment& environment_;
  const Marks& marks_;
  std::set<int> slots_;
  std::map<int, bool> definitions_;  ///< those that were looked at
};

/// What of a rule comes of marked fields besides the values that it names.
struct RuleReads {
  Reads reads;
  bool days = false;  ///< the periods and due dates of its findings, or the counts that make them
  bool any = false;   ///< something that is evaluated
  std::set<std::string> runs;  ///< the names of what is bound to runs of such periods
};

RuleReads reads_of(const rules::Rule& rule, const Marks& marks);

}  // namespace remit::privacy
