#pragma once

#include <string_view>
#include <vector>

#include "rules/rule_draft.h"

// The kinds of rules: one file each, one row each in the table of kinds.cpp.
namespace remit::rules {

/// Reads a kind's own keys. `rules` comes with one rule, the common part; most kinds put their
/// test into it, a table of lines makes several of it.
using ReadKind = void (*)(RuleDraft& draft, std::vector<Rule>& rules);

struct KindRow {
  std::string_view word;
  std::vector<std::string_view> keys;  ///< its own, apart from those common to all
  ReadKind read;
};

const std::vector<KindRow>& kinds();
const KindRow* find_kind(std::string_view word);
/// Whether a key belongs to all rules or to some kind.
bool is_rule_key(std::string_view key);

/// Reports every key that another kind has and this one does not.
void report_foreign_keys(RuleDraft& draft, const KindRow& kind);

void read_require(RuleDraft& draft, std::vector<Rule>& rules);
void read_reserve(RuleDraft& draft, std::vector<Rule>& rules);
void read_cover(RuleDraft& draft, std::vector<Rule>& rules);
void read_frequency(RuleDraft& draft, std::vector<Rule>& rules);
void read_limit(RuleDraft& draft, std::vector<Rule>& rules);
void read_deadline(RuleDraft& draft, std::vector<Rule>& rules);
void read_unique(RuleDraft& draft, std::vector<Rule>& rules);

}  // namespace remit::rules
