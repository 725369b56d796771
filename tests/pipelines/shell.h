#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace remit::test {

/// A folder with a copy of the small export and its rules, in which commands of a pipeline run;
/// gone afterwards.
class Workplace {
 public:
  Workplace();
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  const std::filesystem::path& path() const { return path_; }
  bool has(const std::string& file) const { return std::filesystem::exists(path_ / file); }
  std::string read(const std::string& file) const;

 private:
  std::filesystem::path path_;
};

/// What a shell command came to.
struct Ran {
  int status;
  std::string output;  ///< of both streams
};

/// Runs a script with bash, which ends at the first command that fails, as in pipelines; remit is
/// on the path.
Ran run(const Workplace& place, const std::string& script,
        const std::map<std::string, std::string>& variables);

/// A file of examples/ci.
std::filesystem::path example(const std::string& name);

}  // namespace remit::test
