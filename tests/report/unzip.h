#pragma once

#include <map>
#include <string>

namespace remit::test {

/// The files in an archive, by name. Fails the test where it is none.
std::map<std::string, std::string> unzip(const std::string& archive);

}  // namespace remit::test
