#pragma once

#include <cstddef>
#include <string_view>

namespace remit::lang {

/// Where the `{expression}` hole of a message ends whose expression starts at `at`: at its `}`, at
/// a `{` that may not stand in it, or at the end of the text. Braces in the expression's strings
/// and back quotes do not count.
std::size_t end_of_hole(std::string_view text, std::size_t at);

}  // namespace remit::lang
