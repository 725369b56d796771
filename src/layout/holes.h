#pragma once

#include <string>
#include <string_view>

namespace remit::layout {

/// A message with the expressions in its holes laid out, each on one line. It is given as it is
/// written in the file, or as it reads: a hole in which the two could differ (it has an escape or
/// a line break) stays as it is.
std::string lay_out_holes(std::string_view message);

}  // namespace remit::layout
