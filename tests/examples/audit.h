#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "examples/files.h"

namespace remit::test::example {

/// The folder in the source tree of the example that the test is about (EXAMPLE_NAME).
std::filesystem::path example_folder();

/// A list of the example, by its file name.
std::string list(const std::string& name);

/// The program on the example with these packs, as of the day on which its export was drawn; its
/// exit status.
int check(const std::vector<std::string>& packs, const std::filesystem::path& report,
          const std::string& options = "--format ndjson --verdicts violation,unknown");

}  // namespace remit::test::example
