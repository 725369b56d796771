#pragma once

#include <random>
#include <string>
#include <vector>

#include "yaml/node.h"

namespace remit::test {

struct Disordered {
  std::string text;
  std::vector<std::string> comments;  ///< in their order
};

/// The same document as an untidy author writes it: another indentation of every block, blanks
/// and line breaks in expressions, blank lines, comments at random places. The comments of the
/// original are left out.
Disordered disorder(const yaml::Node& document, std::mt19937& random);

}  // namespace remit::test
