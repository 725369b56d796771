#pragma once

#include "prose/context.h"

namespace remit::prose {

/// A value as a phrase: `the allocation's start date`.
std::string value(const NodePtr& node, Context& context);
/// A value that may take a list of its own: choices, and what is reckoned over several rows.
Statement long_value(const NodePtr& node, Context& context);

/// Puts words before a statement.
Statement led(const std::string& words, Statement statement);
/// What a value of the type is called where nothing more is said of it: `the number`.
std::string general_noun(const value::Type& type);

// ---- one a file --------------------------------------------------------------------------------

std::string path_phrase(const lang::typed::FieldOf& node, Context& context);
std::string path_phrase(const lang::typed::PeriodOf& node, Context& context);
std::string path_phrase(const lang::typed::Follow& node, Context& context);
std::string arithmetic_phrase(const lang::typed::Arithmetic& node, Context& context);
/// A value in parentheses where it is itself reckoned from numbers.
std::string grouped_value(const NodePtr& node, Context& context);
std::string negated_phrase(const lang::typed::Negate& node, Context& context);
/// `28 (child protection visit days)`; with a unit `28 days (child protection visit days)`.
std::string parameter_phrase(const lang::Parameter& parameter, const std::string& unit = {});
std::string set_phrase(const lang::CodeSet& set, std::string_view last_word);
std::string builtin_phrase(const lang::typed::BuiltinCall& node, Context& context);
Statement choice(const lang::typed::Conditional& node, Context& context);
Statement aggregate(const lang::typed::Aggregate& node, Context& context);
/// An aggregate that fits into a phrase; empty where it does not.
std::string aggregate_phrase(const lang::typed::Aggregate& node, Context& context);

}  // namespace remit::prose
