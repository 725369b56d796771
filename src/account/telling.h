#pragma once

#include <string>
#include <vector>

#include "account/dates.h"
#include "data/dataset.h"
#include "engine/account.h"
#include "findings/explanation.h"
#include "rules/ruleset.h"

namespace remit::account {

/// What is told, of what, and where it goes.
struct Telling {
  const rules::Rule& rule;
  const engine::Account& account;
  const data::Dataset& data;
  value::Date as_of;
  findings::Explanation& out;

  const value::Calendar* calendar() const { return rule.environment->calendar.get(); }
  /// Adds a step.
  findings::DecisionStep& step(std::string title, std::string text, bool decided = false) const;
  void reckon(std::string text, std::vector<findings::DateSum> sums = {}, bool calm = false) const;
  void enter(findings::TimelineEntry::Kind kind, const value::Period& period, std::string text,
             bool calm = false) const;
  void enter(findings::TimelineEntry::Kind kind, value::Date date, std::string text,
             bool calm = false) const;
};

/// The text of an expression as it stands in the rule, on one line; long ones are cut.
std::string source_of(const text::Location& where);
/// Likewise of a node of the rule.
std::string source_of(const rules::Rule& rule, const lang::typed::NodePtr& node);

/// `visit V0012`; for an expression of the subject itself its text.
std::string name_of(const engine::Item& item, const std::vector<rules::Elements>& sources,
                    const Telling& telling);
std::string name_of(const rules::Subject& row);

/// A condition: what it asks, what it came to, and why.
findings::Said said(const engine::Answer& answer, const rules::Rule& rule);
/// `yes`, `no`, `cannot be told`.
std::string word(const std::optional<bool>& truth);
/// Why a condition is false or unknown, in one line.
std::string reason(const engine::Answer& answer, const rules::Rule& rule);

/// What does not count, and why.
void tell_left_out(const engine::Items& items, const std::vector<rules::Elements>& sources,
                   const Telling& telling, std::vector<findings::Said>& below);

// ---- the parts of an explanation ---------------------------------------------------------------

void tell_verdicts(const Telling& telling);
void tell_steps(const Telling& telling);
void tell_read(const Telling& telling);
void tell_needs(const Telling& telling);
/// What is the same for every subject.
void tell_rule(const rules::RuleSet& rules, const rules::Rule& rule, findings::Explanation& out);
void tell_none(const engine::NoSubject& none, const std::string& key, const rules::Rule& rule,
               const data::Dataset& data, findings::Explanation& out);

// ---- the kind's own test, one file a kind ------------------------------------------------------

void tell(const engine::RequireFacts& facts, const Telling& telling);
void tell(const engine::ReserveFacts& facts, const Telling& telling);
void tell(const engine::CoverFacts& facts, const Telling& telling);
void tell(const engine::FrequencyFacts& facts, const Telling& telling);
void tell(const engine::LimitFacts& facts, const Telling& telling);
void tell(const engine::DeadlineFacts& facts, const Telling& telling);
void tell(const engine::UniqueFacts& facts, const Telling& telling);

}  // namespace remit::account
