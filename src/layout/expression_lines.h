#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layout/expression.h"

namespace remit::layout {

/// The expression over several lines. The breaks of its author are kept; a line wider than
/// `width` columns is broken further, as far out as possible: before `and`, `or`, `where`,
/// `satisfies` and the like, or behind a comma. Each line begins under what it continues: behind
/// the open bracket, under the quantifier, behind the `where` or `if` whose condition goes on.
std::vector<std::string> lines_of(const Words& words, std::size_t width);

}  // namespace remit::layout
