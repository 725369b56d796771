#pragma once

#include <string>
#include <vector>

#include "engine/context.h"
#include "lang/typed.h"

namespace remit::engine {

/// How the rule writes a row: `a.case`, `r`. Rows that were computed are written by the word for
/// the computation: `last(...)`.
std::string path_of(const lang::typed::Node& node, const std::vector<lang::Slot>& slots,
                    const Context& context);

}  // namespace remit::engine
