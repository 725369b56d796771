#pragma once

#include <set>

#include "mutation/original.h"

namespace remit::measure {

/// The expressions of a rule, and of the definitions that it uses, that can come out unknown in
/// sound data: they read what is not required, and nothing around them says that it is there. That
/// a cell is bad, or a day lies outside of the calendar, does not count.
std::set<const lang::typed::Node*> can_be_unknown(const mutation::Original& original);

}  // namespace remit::measure
