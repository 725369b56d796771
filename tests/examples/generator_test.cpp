#include "examples/audit.h"
#include "support/catch.h"
#include "support/golden.h"

namespace remit::test::example {
namespace {

std::size_t files_in(const std::filesystem::path& folder) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files += entry.is_regular_file() ? 1U : 0U;
  }
  return files;
}

}  // namespace

TEST_CASE(EXAMPLE_NAME ": the generator makes the export anew, byte by byte") {
  const TemporaryFolder folder;
  REQUIRE(run(std::string(EXAMPLE_GENERATOR) + " \"" + folder.path().string() + '"') == 0);
  const auto same = [&](const std::filesystem::path& file) {
    INFO(file.string());
    CHECK(read_file((example_folder() / file).string()) ==
          read_file((folder.path() / file).string()));
  };
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    if (entry.is_regular_file()) same(entry.path().filename());
  }
  CHECK(files_in(example_folder() / "data") == files_in(folder.path() / "data"));
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "data")) {
    same(std::filesystem::path("data") / entry.path().filename());
  }
}

}  // namespace remit::test::example
