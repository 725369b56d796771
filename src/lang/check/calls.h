#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "lang/expression.h"

namespace remit::lang::check {

/// The definitions (by number) that an expression names or calls, each once.
std::vector<int> calls_in(const Expression& expression,
                          const std::map<std::string, int, std::less<>>& definitions);

}  // namespace remit::lang::check
