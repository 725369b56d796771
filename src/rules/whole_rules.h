#pragma once

#include <vector>

#include "yaml/node.h"

namespace remit::rules {

/// The items of `rules` that are to be read. A rule that a dash has torn in two is reported once,
/// and none of its parts is among them.
std::vector<const yaml::Node*> whole_rules(const yaml::Node& list, text::Diagnostics& diagnostics);

}  // namespace remit::rules
