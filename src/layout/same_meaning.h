#pragma once

#include <string>

#include "layout/source.h"

namespace remit::layout {

/// Whether two files mean the same, whatever way the second was made from the first: the same
/// document, node by node (of an expression the same tokens), with the same comments at the same
/// places between them. `original` is the first file's document as it was read in the beginning.
bool same_meaning(const yaml::Node& original, const Source& before, const Source& after);

/// Whether two texts differ in white space only, and in the header `>-` that the second has where
/// an expression was broken over several lines.
bool same_signs(std::string_view before, std::string_view after);

}  // namespace remit::layout
