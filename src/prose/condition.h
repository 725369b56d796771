#pragma once

#include "prose/context.h"

namespace remit::prose {

/// A test that is one clause: `the allocation's role`, `is not lead`.
struct Clause {
  std::string subject;
  std::string predicate;
  std::string text() const { return subject + " " + predicate; }
};

/// What must be true for the condition to be true (or, where it is not `wanted`, false).
Statement condition(const NodePtr& node, bool wanted, Context& context);

/// What is said of the rows that a `where` chooses, after their name: ` whose role is lead`. Empty
/// without a `where`; a long one stands below.
std::string relative(const NodePtr& where, int slot, Context& context);

/// What one row has to be: `whose period covers the date`; empty for what is not one clause.
std::string relative_to(const NodePtr& node, bool wanted, int slot, Context& context);

/// Whether a `where` can follow a name without a list of its own.
bool is_short(const NodePtr& where);

// ---- one a file --------------------------------------------------------------------------------

/// Of a test that no logic is in: comparisons, states, patterns, periods, calls, truth values.
Clause clause(const NodePtr& node, bool wanted, Context& context);
Clause comparison_clause(const lang::typed::Comparison& node, bool wanted, Context& context);
Clause membership_clause(const lang::typed::Membership& node, bool wanted, Context& context);
Clause pattern_clause(const lang::typed::PatternTest& node, bool wanted, Context& context);
Clause period_clause(const lang::typed::PeriodTest& node, bool wanted, Context& context);
Statement quantified(const lang::typed::Quantified& node, bool wanted, Context& context);

}  // namespace remit::prose
