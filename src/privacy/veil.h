#pragma once

#include <map>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "engine/account.h"
#include "findings/explanation.h"
#include "findings/finding.h"
#include "privacy/fields.h"
#include "privacy/reads.h"
#include "rules/ruleset.h"
#include "text/diagnostic.h"

// What stands between the evaluation and every output. Reports see findings and explanations only,
// and these are made here to hold nothing that is not to be shown.
namespace remit::privacy {

/// Leaves the values of personal fields out, wherever rules and readers of data put them. What a
/// rule concludes from them (its verdict) stays.
class Veil {
 public:
  /// The rules must outlive it. With `show_personal` it leaves everything as it is.
  Veil(const rules::RuleSet& rules, bool show_personal);
  Veil(const Veil&) = delete;
  Veil& operator=(const Veil&) = delete;

  /// False, and an error, where a personal field is part of a key, which names the rows of its
  /// table in every output.
  bool check(text::Diagnostics& diagnostics) const;

  /// Before the evaluation: messages no longer hold what reads a personal field.
  void cover(rules::RuleSet& rules);
  /// After the reading: data findings no longer quote such cells.
  void cover(data::Dataset& data) const;
  /// After the evaluation, and after everything that goes by periods, due dates and keys.
  void cover(findings::Audit& audit) const;
  /// Before words are found for it.
  void cover(const rules::Rule& rule, engine::Accounts& accounts) const;
  /// After words were found.
  void cover(findings::Explanation& explanation) const;

 private:
  const RuleReads* reads_of(const std::string& rule) const;
  void cover(const std::string& rule, rules::Outcome& outcome) const;
  void cover_evidence(rules::Outcome& outcome) const;
  static void cover_days(const RuleReads& reads, rules::Outcome& outcome);
  void cover_misses(findings::Audit& audit) const;
  void cover_fingerprints(findings::Audit& audit) const;

  const model::Model& model_;
  Marks personal_;
  Marks quoted_;
  std::map<std::string, RuleReads> rules_;  ///< by id, those that read a personal field
};

}  // namespace remit::privacy
