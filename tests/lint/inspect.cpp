#include "inspect.h"

#include "lint/lint.h"
#include "support/catch.h"

namespace remit::test {
namespace {

class Reader : public rules::DiskReader {
 public:
  explicit Reader(const std::map<std::string, std::string>& files) : files_(files) {}
  std::optional<std::string> read(const std::string& path) const override {
    const auto file = files_.find(name(path));
    return file == files_.end() ? DiskReader::read(path) : std::optional(file->second);
  }
  std::string identity(const std::string& path) const override {
    return files_.count(name(path)) > 0 ? name(path) : DiskReader::identity(path);
  }

 private:
  static std::string name(const std::string& path) {
    return path.rfind("./", 0) == 0 ? path.substr(2) : path;
  }

  const std::map<std::string, std::string>& files_;
};

}  // namespace

text::Diagnostics inspect(const std::vector<std::string>& paths,
                          const std::map<std::string, std::string>& files) {
  text::Diagnostics diagnostics;
  const auto rules = rules::load(paths, {REMIT_SOURCE_DIR, {}}, Reader(files), diagnostics);
  if (rules) lint::lint(*rules, diagnostics);
  return diagnostics;
}

}  // namespace remit::test
