#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "engine/account.h"
#include "findings/background.h"
#include "findings/explanation.h"
#include "findings/finding.h"
#include "privacy/fields.h"
#include "privacy/ids.h"
#include "privacy/reads.h"
#include "rules/ruleset.h"
#include "text/diagnostic.h"

// What stands between the evaluation and every output. Reports see findings and explanations only,
// and these are made here to hold nothing that is not to be shown.
namespace remit::privacy {

/// What of people is shown.
struct Policy {
  bool show_personal = false;
  std::optional<std::string> key;  ///< for pseudonyms; nothing for ids as they are
};

/// Leaves the values of personal fields out, wherever rules and readers of data put them, and puts
/// pseudonyms in the place of ids. What a rule concludes (its verdict) stays.
class Veil {
 public:
  Veil(const rules::RuleSet& rules, const Policy& policy);
  ~Veil();
  Veil(const Veil&) = delete;
  Veil& operator=(const Veil&) = delete;

  /// False, and an error, where a personal field is part of a key, which names the rows of its
  /// table in every output.
  bool check(text::Diagnostics& diagnostics) const;

  /// Before the evaluation: messages no longer hold what reads a personal field.
  void cover(rules::RuleSet& rules);
  /// After the reading: data findings no longer quote such cells.
  void cover(data::Dataset& data) const;
  /// A key that a user wrote, with the ids that pseudonyms in it stand for in the data.
  std::string original(const data::Dataset& data, const std::string& key) const;
  /// A key that a user wrote, as it is to be shown.
  std::string shown(const rules::Rule& rule, const std::string& key) const;
  /// After the evaluation, and after everything that goes by periods, due dates and keys.
  void cover(const rules::RuleSet& rules, findings::Audit& audit) const;
  /// After it was held against a baseline: what that says of days. False, and an error, where the
  /// baseline names people by their ids and this run does not.
  bool cover_history(findings::Audit& audit, text::Diagnostics& diagnostics) const;
  /// What findings are told against, which the data say: with pseudonyms no row of them is shown.
  void cover(findings::Background& background) const;
  /// Likewise one finding of a rule.
  void cover(const std::string& rule, findings::Finding& finding) const;
  /// A waiver of a rule, as it is shown.
  void cover(const rules::Rule& rule, findings::Waiver& waiver) const;
  /// Before words are found for it.
  void cover(const rules::Rule& rule, engine::Accounts& accounts) const;
  /// After words were found.
  void cover(findings::Explanation& explanation) const;

 private:
  const RuleReads* reads_of(const std::string& rule) const;
  void cover(const std::string& rule, rules::Outcome& outcome) const;
  void cover_evidence(rules::Outcome& outcome) const;
  static void cover_runs(const RuleReads& reads, rules::Subject& subject);
  void cover_rivals(const std::string& rule, rules::Outcome& outcome) const;
  static void cover_days(const RuleReads& reads, rules::Outcome& outcome);
  void cover_misses(findings::Audit& audit) const;
  void cover_waivers(const rules::RuleSet& rules, findings::Audit& audit) const;
  void tell_apart(findings::Audit& audit) const;

  std::shared_ptr<const model::Model> model_;
  Marks personal_;
  Marks quoted_;
  std::map<std::string, RuleReads> rules_;  ///< by id, those that read a personal field
  std::set<std::string> unique_;            ///< the ids of rules of that kind
  std::unique_ptr<Ids> ids_;                ///< null where ids are shown as they are
};

}  // namespace remit::privacy
