#pragma once

#include <cstddef>
#include <string>

// What the process runs in. Nothing below the command line knows of it.
namespace remit::cli {

/// What the two output streams lead to.
struct Terminal {
  bool out_is_terminal = false;
  bool error_is_terminal = false;
  std::size_t width = 100;  ///< of standard output; 100 where that is no terminal
  bool out_colour = false;  ///< a terminal, and NO_COLOR is not set
  bool error_colour = false;
};

Terminal look_at_terminal();

/// The value of an environment variable; empty where it is not set.
std::string environment(const char* name);

/// Makes sure that no file that is opened later becomes standard output or standard error because
/// these were closed, and that a closed pipe is an error of writing and not the end.
void guard_streams();

/// Writes to standard error, as far as that can be written to.
void tell(const std::string& text);

}  // namespace remit::cli
