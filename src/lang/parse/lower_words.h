#pragma once

#include "lang/expression.h"
#include "lang/parse/fault.h"
#include "lang/parse/tree.h"

namespace remit::lang::parse {

BinaryOperator binary_operator(const Token& token);
Quantifier quantifier(const Token& token);
AggregateFunction aggregate_function(const Token& token);

/// Throws a Fault for a name that can only mean a word of another language: `null`, `None`.
void check_name(const Token& token);
/// Throws a Fault for a function that is a word of the grammar in capitals: `AND(...)`.
void check_function(const Token& token);

/// What to say of a kComparison with more than one test.
Fault chain_fault(const Node& comparison);

}  // namespace remit::lang::parse
