#pragma once

#include <set>
#include <vector>

#include "rules/rule.h"

namespace remit::engine {

/// The expressions over a subject itself by which a rule decides, in the order in which they do.
std::vector<lang::typed::NodePtr> subject_expressions(const rules::Rule& rule);

/// Those that may be missing without any doubt: `until` of `deadline`, which may never come.
std::vector<lang::typed::NodePtr> optional_expressions(const rules::Rule& rule);

/// The tables whose rows the duty is found in: if one of them is empty, nothing could be found,
/// and its absence proves nothing. The tables of the subjects themselves are not among them.
std::set<int> main_tables(const rules::Rule& rule);

/// The tables without whose rows no subject can break the rule: these, and those that a `limit`
/// counts against `at_most`.
std::set<int> lookup_tables(const rules::Rule& rule);

}  // namespace remit::engine
