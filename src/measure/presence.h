#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lang/environment.h"
#include "lang/typed.h"

namespace remit::measure {

/// Expressions that are known to have a value at some place of a rule, as text.
using Present = std::set<std::string>;

/// Where an expression has a value: itself, and what it could not have one without.
Present present_where_known(const lang::typed::Node& node, const lang::Environment& environment);

/// Where a condition came out true, or false.
Present present_where(const lang::typed::Node& condition, bool outcome,
                      const lang::Environment& environment);

/// Where a condition came out so, or unknown: as the right side of `and` is asked, and what a
/// `where` lets through.
Present present_unless(const lang::typed::Node& condition, bool decided,
                       const lang::Environment& environment);

/// What the body of a definition can rely on: fields of the rows that it is given.
Present present_in_call(const std::vector<lang::typed::NodePtr>& arguments, const Present& outside,
                        const lang::Environment& environment);

/// The text that says of a collection that for each of its rows `where` is known; nothing where
/// the collection has none, or it says more than that of the rows.
std::optional<std::string> every_text(const lang::typed::Binding& binding,
                                      const lang::Environment& environment);

/// The text of a field, for what is not written as an expression: the first day of a period.
std::string field_text(const lang::typed::NodePtr& row, int table, int field,
                       const lang::Environment& environment);

}  // namespace remit::measure
