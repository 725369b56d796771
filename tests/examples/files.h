#pragma once

#include <filesystem>
#include <string>

namespace remit::test::example {

/// An empty folder of its own, removed when it goes out of scope.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Runs a command line through the shell; its exit status.
int run(const std::string& command);

}  // namespace remit::test::example
