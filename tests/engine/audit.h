#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/dataset.h"
#include "engine/evaluate.h"
#include "rules/ruleset.h"

namespace remit::test {

/// Everything that an evaluation takes, as text.
struct AuditText {
  std::string model;
  std::string calendar;  ///< empty for none
  std::string rules;
  std::vector<std::pair<std::string, std::string>> tables;  ///< name and CSV
  value::Date as_of;
  std::vector<std::pair<std::string, value::Date>> complete = {};  ///< table and day
};

struct Audit {
  rules::RuleSet rules;
  data::Dataset data;
  value::Date as_of;
  std::map<int, value::Date> complete = {};
};

/// Loads and reads all of it; on a mistake nothing, and `errors` says why.
std::optional<Audit> load(const AuditText& text, std::string& errors);
/// The same, with all mistakes; the test fails where there is one.
Audit load(const AuditText& text);

using Evaluate = engine::Evaluation (*)(const rules::RuleSet&, const data::Dataset&,
                                        const engine::Options&);
/// Both evaluators under the names that messages give them.
const std::vector<std::pair<std::string, Evaluate>>& evaluators();

/// Evaluates with all verdicts asked for.
engine::Evaluation run(Evaluate evaluate, const Audit& audit);

std::string to_string(rules::Verdict verdict);
/// `R1 violation K1 2026-01-01..2026-02-01 due -`, one an outcome, sorted.
std::vector<std::string> outcome_lines(const Audit& audit, const engine::Evaluation& evaluation);
/// `R1: subjects 3, violation 1, ..., findings 2, vacuous`, one a rule.
std::vector<std::string> tally_lines(const Audit& audit, const engine::Evaluation& evaluation);

}  // namespace remit::test
