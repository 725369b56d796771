#pragma once

#include <string>

#include "lang/environment.h"
#include "lang/typed.h"

namespace remit::lang {

/// The typed tree in one line with every parenthesis and every type, for tests:
/// `(= $1.role:string "lead":string):boolean`. Bound names are their slots.
std::string dump(const typed::Node& node, const Environment& environment);
std::string dump(const typed::Binding& binding, const Environment& environment);
std::string dump(const typed::Comprehension& comprehension, const Environment& environment);

}  // namespace remit::lang
