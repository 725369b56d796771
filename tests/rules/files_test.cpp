#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "rules/ruleset.h"
#include "support/catch.h"

namespace remit {
namespace {

namespace fs = std::filesystem;

/// A folder that goes away with the test.
class Folder {
 public:
  Folder() : path(fs::temp_directory_path() / ("remit-rules-" + std::to_string(getpid()))) {
    fs::create_directories(path / "tests");
    std::ofstream(path / "b.yaml") << "second";
    std::ofstream(path / "a.yaml") << "first";
    std::ofstream(path / "tests" / "c.yaml") << "third";
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path path;
};

TEST_CASE("rules: files from disk") {
  const Folder folder;
  const rules::DiskReader reader;
  const auto name = [&](const char* file) { return (folder.path / file).string(); };
  CHECK(reader.read(name("a.yaml")) == std::optional<std::string>("first"));
  CHECK_FALSE(reader.read(name("none.yaml")));
  CHECK_FALSE(reader.read(folder.path.string()));
  const std::vector<std::string> files{name("a.yaml"), name("b.yaml"), name("tests/c.yaml")};
  CHECK(reader.list(folder.path.string()) == std::optional(files));
  CHECK_FALSE(reader.list(name("a.yaml")));
  CHECK(reader.identity(name("tests/../a.yaml")) == reader.identity(name("a.yaml")));
}

}  // namespace
}  // namespace remit
