#pragma once

#include <vector>

#include "rules/rule.h"

namespace remit::rules {

/// The tables that deciding the rule reads, without the first of its `for`, each once and in
/// order. What only the message reads does not count.
std::vector<int> tables_read(const Rule& rule);

}  // namespace remit::rules
