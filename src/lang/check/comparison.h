#pragma once

#include "lang/check/context.h"

namespace remit::lang::check {

/// Brings two values to one type so that they can be told apart or alike; reports why they
/// cannot and gives false. `where` is the whole test.
bool make_comparable(Context& context, text::Span where, NodePtr& left, NodePtr& right);
/// What to do about two types that do not compare; empty where there is no advice.
std::string comparison_help(const Context& context, const NodePtr& left, const NodePtr& right);

}  // namespace remit::lang::check
