#pragma once

#include <map>
#include <string>

#include "text/diagnostic.h"

namespace remit::test {

/// Loads rule sets and looks at them. Files are found by name among those given, else on the disk;
/// what remit ships is there.
text::Diagnostics inspect(const std::vector<std::string>& paths,
                          const std::map<std::string, std::string>& files);

}  // namespace remit::test
