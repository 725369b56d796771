#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cases/case.h"
#include "data/dataset.h"
#include "engine/evaluate.h"
#include "rules/ruleset.h"
#include "text/diagnostic.h"

namespace remit::cases {

/// A rule and a subject of which something else was found than the case expects.
struct Difference {
  std::string rule;
  std::string subject;
  std::vector<std::string> expected;  ///< in words, one a finding
  std::vector<std::string> found;     ///< likewise
  std::string hint;  ///< the nearest subject, where the one that is named is not there
  std::vector<rules::Outcome> outcomes;  ///< all that was found of the subject
  text::Location where;                  ///< the line of the case, or the case itself
};

/// A subject of a tested rule that the case does not name, and that is not broken.
struct Unnamed {
  std::string rule;
  std::string subject;
  rules::Verdict verdict = rules::Verdict::kPass;
};

enum class Status {
  kPassed,
  kFailed,  ///< the rules say something else than the case expects
  kWrong,   ///< the case itself has data findings that it does not expect
};

struct Result {
  std::string name;
  text::Location where;
  value::Date as_of;
  Status status = Status::kPassed;
  std::vector<Difference> differences;
  std::vector<text::Diagnostic> problems;  ///< of a wrong case, each with its place
  std::vector<Unnamed> unnamed;
};

/// The tables of a case as a data set. A table that the case does not mention is given and empty.
data::Dataset make_dataset(const Case& test, const std::shared_ptr<const model::Model>& model,
                           const std::string& path);

/// How a case is evaluated: the rules that it expects something of, with all verdicts.
engine::Options options_of(const Case& test);

/// Evaluates the rules that a case expects something of and compares. Where such a rule finds a
/// violation of a subject that the case does not name, the case fails. The same data set serves
/// for any rules over the same model.
Result judge(const Case& test, const rules::RuleSet& rules, const data::Dataset& data);

}  // namespace remit::cases
