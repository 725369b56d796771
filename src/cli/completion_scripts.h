#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace remit::cli {

/// The shells that can complete the words of remit.
std::vector<std::string> shell_names();

/// What makes the shell with this index among `shell_names` ask `remit completion --next`.
std::string_view completion_script(std::size_t shell);

}  // namespace remit::cli
