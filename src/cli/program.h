#pragma once

#include "findings/status.h"

namespace remit::cli {

/// Reads the command line and does what it says.
findings::ExitStatus run_program(int argc, const char* const* argv);

}  // namespace remit::cli
