#pragma once

#include <cstddef>

#include "baseline/line.h"

namespace remit::baseline {

/// The version of the lines that this program writes and reads.
constexpr std::int64_t kFormat = 1;

/// The last line of a run, which says what the run was: read into `run`. Gives how many lines have
/// to stand before it.
std::size_t read_run_line(const Object& object, Run& run);

}  // namespace remit::baseline
