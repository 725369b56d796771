#pragma once

#include <set>

#include "engine/reference/world.h"
#include "rules/rule.h"

namespace remit::engine::reference {

/// The tables that a rule kind's condition or main elements read: those whose being empty leaves
/// nothing that could have kept the rule. The tables of `for` are not among them.
std::set<int> main_tables(const World& world, const rules::Rule& rule);

/// With those that a `limit` counts against `at_most`: without their rows nobody can break it.
std::set<int> lookup_tables(const World& world, const rules::Rule& rule);

/// The tables that an expression reads, with the definitions that it calls.
std::set<int> tables_read(const World& world, const NodePtr& node);

/// Whether an expression reads a table that may have rows that nobody has seen.
bool reads_open(const World& world, const NodePtr& node);

/// Those of the tables that were given without a row.
std::set<int> empty_among(const World& world, const std::set<int>& tables);
/// Those of the tables of which it is not stated from when on they are complete.
std::set<int> unstated(const World& world, const std::set<int>& tables);

}  // namespace remit::engine::reference
