#pragma once

#include <vector>

#include "rules/expressions.h"

namespace remit::rules {

/// Reads a message: text with `{expression}` holes, `{{` and `}}` for braces.
std::vector<MessagePiece> read_message(const yaml::Node& node, Expressions& expressions,
                                       text::Diagnostics& diagnostics);

}  // namespace remit::rules
