#pragma once

#include <string>
#include <string_view>

namespace remit::layout {

/// The first lines in which two texts differ, `-` before those of the first and `+` before those
/// of the second, a few of each, under the number of the line; empty where they are equal.
std::string first_difference(std::string_view before, std::string_view after);

}  // namespace remit::layout
