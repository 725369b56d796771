#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/golden.h"

// A case is a shell script, `--- run`, in a folder that holds a copy of tests/cli/small and the
// case's own files (`--- file NAME`). What it prints on both streams and its exit status are
// compared.
namespace remit::test {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, gone afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "remit-cli-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

void fill(const fs::path& folder, const GoldenCase& golden) {
  const fs::path small = fs::path(REMIT_SOURCE_DIR) / "tests" / "cli" / "small";
  fs::copy(small, folder, fs::copy_options::recursive);
  for (const auto& [name, text] : golden.sections) {
    if (name.rfind("file ", 0) == 0) write(folder / name.substr(5), text);
  }
}

int run(const fs::path& folder, const std::string& script) {
  const fs::path program(REMIT_PROGRAM);
  const fs::path commands = folder.string() + ".sh";
  write(commands, "unset REMIT_HOME NO_COLOR\nPATH='" + program.parent_path().string() +
                      "':$PATH\ncd '" + folder.string() + "'\n" + script);
  const std::string line = "sh '" + commands.string() + "' >'" + folder.string() + ".out' 2>'" +
                           folder.string() + ".err' </dev/null";
  const int status = std::system(line.c_str());
  fs::remove(commands);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status);
}

std::string take(const fs::path& path) {
  const std::string text = read_file(path.string());
  fs::remove(path);
  return text;
}

std::string section(const std::string& title, const std::string& text) {
  return text.empty() ? "" : title + "\n" + text;
}

/// The folder's name differs from run to run.
std::string without(std::string text, const std::string& folder) {
  for (std::size_t i = text.find(folder); i != std::string::npos; i = text.find(folder)) {
    text.replace(i, folder.size(), "FOLDER");
  }
  return text;
}

}  // namespace

TEST_CASE("cli: golden cases") {
  for (const GoldenCase& golden : golden_cases("cli")) {
    const Folder folder;
    fill(folder.path(), golden);
    const int status = run(folder.path(), golden.section("run"));
    const std::string name = folder.path().string();
    const std::string all = "[status] " + std::to_string(status) + "\n" +
                            section("[output]", take(name + ".out")) +
                            section("[errors]", take(name + ".err"));
    check_golden(golden, "expected", without(all, name));
  }
}

}  // namespace remit::test
