#pragma once

#include <string>

#include "rules/rule.h"

namespace remit::mutation {

/// A text that two rules share exactly if they mean the same word for word: all that decides
/// their verdicts, with the parameters, code sets and definitions of their environments. Titles,
/// messages and places do not count.
std::string fingerprint(const rules::Rule& rule);

}  // namespace remit::mutation
