#pragma once

#include <string>
#include <vector>

#include "lint/truth/facts.h"
#include "rules/rule.h"

namespace remit::lint {

enum class Oddity {
  kNeverTrue,
  kNeverFalse,
  kRequiredMissing,  ///< true of mistakes in the data only
};

/// Something odd about a condition or a part of one.
struct Remark {
  Oddity oddity;
  text::Span span;
  std::string message;
  std::string help;
};

/// Looks at all conditions of a rule, wherever they stand in it: each in the light of those that
/// stand before it. Where a rule was written for some values of parameters only, that counts for
/// nothing: a condition on parameters alone is a switch.
std::vector<Remark> remarks_on(const rules::Rule& rule);
/// The same of the body of a definition.
std::vector<Remark> remarks_on(const lang::Definition& definition,
                               const lang::Environment& environment);

/// What is known of a subject that is judged: `where` of `for` and `when` are met.
Facts facts_of_subjects(const rules::Rule& rule);

}  // namespace remit::lint
