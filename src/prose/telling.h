#pragma once

#include <functional>
#include <string>
#include <vector>

#include "prose/context.h"

namespace remit::prose {

/// A rule while it is told: the kinds add their sentences.
class Telling {
 public:
  explicit Telling(const rules::Rule& rule);

  const rules::Rule& rule() const { return rule_; }
  Context& context() { return context_; }
  /// A sentence, with a full stop where it ends without one.
  void add(Part part, const std::function<Statement()>& say);
  void add(Part part, const std::function<std::string()>& say);
  Reading finish();

 private:
  const rules::Rule& rule_;
  Context context_;
  Reading reading_;
};

/// The subjects: `For each allocation whose role is lead`.
void tell_subjects(Telling& telling);
void tell_when(Telling& telling);
/// By which date the rule is judged and when it is in force.
void tell_in_force(Telling& telling);
void tell_doubt(Telling& telling);

/// Introduces the rule's subjects to a context.
void introduce_subjects(const rules::Rule& rule, Context& context);

// ---- one a file: what must hold, and how it is counted ------------------------------------------

void tell(const rules::Require& kind, Telling& telling);
void tell(const rules::Reserve& kind, Telling& telling);
void tell(const rules::Cover& kind, Telling& telling);
void tell(const rules::Frequency& kind, Telling& telling);
void tell(const rules::Limit& kind, Telling& telling);
void tell(const rules::Deadline& kind, Telling& telling);
void tell(const rules::Unique& kind, Telling& telling);

/// Adds the full stop where a sentence ends without one.
void close(Statement& statement);

/// `the seen date of each of the case's visits`; several comprehensions are listed after `any of
/// these`.
Statement elements(const std::vector<rules::Elements>& all, const std::string& quantifier,
                   Context& context);

}  // namespace remit::prose
