#include <algorithm>
#include <filesystem>
#include <fstream>

#include "rules/ruleset.h"

namespace remit::rules {
namespace {

namespace fs = std::filesystem;

/// More than any file of rules may have: the YAML reader refuses what is longer.
constexpr std::size_t kMostBytes = std::size_t{17} * 1024 * 1024;
/// How many folders deep rules are looked for: a pack has a few, the whole disk is a mistake.
constexpr int kDeepest = 3;

}  // namespace

std::optional<std::vector<std::string>> FileReader::list(const std::string& /*folder*/) const {
  return std::nullopt;
}

std::string FileReader::identity(const std::string& path) const {
  return fs::path(path).lexically_normal().string();
}

std::optional<std::string> DiskReader::read(const std::string& path) const {
  std::error_code error;
  // A pipe could be waited for without end.
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string content;
  std::string chunk(std::size_t{64} * 1024, '\0');
  while (content.size() < kMostBytes) {
    file.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    content.append(chunk, 0, static_cast<std::size_t>(file.gcount()));
    if (!file) break;
  }
  return file.bad() ? std::nullopt : std::optional(std::move(content));
}

std::optional<std::vector<std::string>> DiskReader::list(const std::string& folder) const {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return std::nullopt;
  std::vector<std::string> paths;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(folder, options, error), end; !error && at != end;
       at.increment(error)) {
    std::error_code ignored;
    if (at.depth() >= kDeepest) at.disable_recursion_pending();
    if (!at->is_directory(ignored)) paths.push_back(at->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string DiskReader::identity(const std::string& path) const {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? FileReader::identity(path) : canonical.string();
}

}  // namespace remit::rules
