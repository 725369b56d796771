#include "examples/files.h"

#include <sys/wait.h>
#include <unistd.h>
#include <cstdlib>

namespace remit::test::example {

TemporaryFolder::TemporaryFolder() {
  static int made = 0;
  path_ = std::filesystem::temp_directory_path() /
          ("remit-example-" + std::to_string(getpid()) + "-" + std::to_string(made++));
  std::filesystem::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

int run(const std::string& command) {
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace remit::test::example
