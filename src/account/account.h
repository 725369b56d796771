#pragma once

#include <map>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "findings/explanation.h"
#include "privacy/veil.h"
#include "rules/ruleset.h"

// The words for how a rule was decided. The engine tells what it did; nothing is decided here.
namespace remit::account {

/// Explains what a rule of the set (by its place) says of the subjects with a key; several only
/// where several share it; `complete` says of tables from when on they are. At least one
/// explanation, also where there is no such subject. `veil` leaves out what is not to be shown;
/// without one everything is told.
std::vector<findings::Explanation> explain(const rules::RuleSet& rules, std::size_t rule,
                                           const data::Dataset& data, value::Date as_of,
                                           const std::map<int, value::Date>& complete,
                                           const std::string& key,
                                           const privacy::Veil* veil = nullptr);

}  // namespace remit::account
