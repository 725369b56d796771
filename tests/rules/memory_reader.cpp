#include "memory_reader.h"

namespace remit::test {

std::optional<std::string> MemoryReader::read(const std::string& path) const {
  const auto found = files.find(identity(path));
  return found == files.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::vector<std::string>> MemoryReader::list(const std::string& folder) const {
  std::vector<std::string> inside;
  for (const auto& [path, content] : files) {
    if (path.starts_with(identity(folder) + "/")) inside.push_back(path);
  }
  return inside.empty() ? std::nullopt : std::optional(inside);
}

}  // namespace remit::test
