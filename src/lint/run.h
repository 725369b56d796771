#pragma once

#include <string>
#include <vector>

#include "rules/ruleset.h"
#include "text/diagnostic.h"

namespace remit::lint {

/// What was found in rule files.
struct Run {
  text::Diagnostics found;
  std::size_t files = 0;  ///< those that could be read whole, each once
  std::size_t rules = 0;  ///< of these files
};

/// Loads and inspects each path (a file, a folder, the name of a pack) on its own, so that an error
/// in one hides nothing of the others. What is said of one place twice is kept once. With `only`,
/// warnings of other codes are left out; errors stay.
Run run(const std::vector<std::string>& paths, const std::vector<std::string>& only,
        const rules::LoadOptions& options, const rules::FileReader& reader);

}  // namespace remit::lint
