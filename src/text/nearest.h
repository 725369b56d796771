#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit::text {

/// The known word that a mistyped one most likely means (by edit distance, transpositions
/// counting one, case ignored), or nothing where none is near.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

/// A help sentence: "did you mean `x`?" where one is near, else "known here: `a`, `b`, ..." (at
/// most twelve), else empty.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace remit::text
