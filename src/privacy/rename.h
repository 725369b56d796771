#pragma once

#include <string>

#include "engine/account.h"
#include "findings/finding.h"
#include "privacy/ids.h"
#include "rules/ruleset.h"

// Pseudonyms in the place of ids, wherever findings and accounts have ids.
namespace remit::privacy {

void rename(Ids& ids, const model::Model& model, rules::Outcome& outcome);

/// The row that it is about. What stands there is not shown, nor in which line: rows are often in
/// the order of their ids.
void rename(Ids& ids, const model::Model& model, data::DataFinding& finding);

/// The key of a subject of a rule, as a user writes it.
std::string renamed_key(Ids& ids, const rules::Rule& rule, const std::string& key);

/// Whom a waiver is for: a key; a pattern says too much and is left out.
std::string renamed_pattern(Ids& ids, const rules::Rule* rule, const std::string& pattern);

/// All but the outcomes.
void rename(Ids& ids, const rules::Rule& rule, engine::Accounts& accounts);

}  // namespace remit::privacy
