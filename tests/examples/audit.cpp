#include "examples/audit.h"

#include "support/golden.h"

namespace remit::test::example {
namespace {

std::string quoted(const std::filesystem::path& path) { return '"' + path.string() + '"'; }

}  // namespace

std::filesystem::path example_folder() {
  return std::filesystem::path(REMIT_SOURCE_DIR) / "examples" / EXAMPLE_NAME;
}

std::string list(const std::string& name) { return read_file((example_folder() / name).string()); }

int check(const std::vector<std::string>& packs, const std::filesystem::path& report,
          const std::string& options) {
  std::string command = std::string(REMIT_PROGRAM) + " check";
  for (const std::string& pack : packs) {
    command += " --rules " + quoted(std::filesystem::path(REMIT_SOURCE_DIR) / "rules" / pack);
  }
  return run(command + " --data " + quoted(example_folder() / "data") +
             " --as-of 2026-02-28 --output " + quoted(report) + ' ' + options + " >/dev/null 2>&1");
}

}  // namespace remit::test::example
