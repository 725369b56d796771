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

/// Whether one of the tables was given without a row.
bool any_empty(const World& world, const std::set<int>& tables);

}  // namespace remit::engine::reference
