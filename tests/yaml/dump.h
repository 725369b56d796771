#pragma once

#include <string>

#include "yaml/node.h"

namespace remit::test {

/// A node as text, one line a value, each with what it underlines in the file.
std::string dump(const yaml::Node& node);

/// The same without the places.
std::string dump_shape(const yaml::Node& node);

}  // namespace remit::test
