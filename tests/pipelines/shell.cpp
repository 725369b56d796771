#include "pipelines/shell.h"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>

#include "support/catch.h"
#include "support/golden.h"

namespace remit::test {
namespace {

namespace fs = std::filesystem;

std::string quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

}  // namespace

Workplace::Workplace() {
  std::string name = (fs::temp_directory_path() / "remit-pipeline-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  path_ = name;
  fs::copy(fs::path(REMIT_SOURCE_DIR) / "tests" / "cli" / "small", path_,
           fs::copy_options::recursive);
}

Workplace::~Workplace() { fs::remove_all(path_); }

std::string Workplace::read(const std::string& file) const {
  return read_file((path_ / file).string());
}

Ran run(const Workplace& place, const std::string& script,
        const std::map<std::string, std::string>& variables) {
  std::string lines =
      "set -eo pipefail\nunset REMIT_HOME\ncd " + quoted(place.path().string()) + "\n";
  for (const auto& [name, value] : variables)
    lines += "export " + name + "=" + quoted(value) + "\n";
  lines += "PATH=" + quoted(fs::path(REMIT_PROGRAM).parent_path().string()) + ":$PATH\n" + script;
  const std::string file = place.path().string() + ".sh";
  const std::string out = place.path().string() + ".out";
  std::ofstream(file) << lines;
  const std::string line = "bash " + quoted(file) + " > " + quoted(out) + " 2>&1 < /dev/null";
  const int status = std::system(line.c_str());
  const std::string output = read_file(out);
  fs::remove(file);
  fs::remove(out);
  REQUIRE(WIFEXITED(status));
  return {WEXITSTATUS(status), output};
}

fs::path example(const std::string& name) {
  return fs::path(REMIT_SOURCE_DIR) / "examples" / "ci" / name;
}

}  // namespace remit::test
