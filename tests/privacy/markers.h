#pragma once

#include <map>
#include <string>
#include <vector>

namespace remit::test {

/// The lines of the outputs in which something stands that the pattern (without capitals) fits,
/// with the name of the output. Fingerprints are left out: their digits mean nothing.
std::vector<std::string> lines_with(const std::string& pattern,
                                    const std::map<std::string, std::string>& outputs);

}  // namespace remit::test
