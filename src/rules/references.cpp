#include "rules/references.h"

#include <algorithm>
#include <filesystem>

namespace remit::rules {
namespace fs = std::filesystem;

bool is_yaml(const std::string& path) {
  const std::string extension = fs::path(path).extension().string();
  return extension == ".yaml" || extension == ".yml";
}

bool is_path(const std::string& reference) {
  return reference.find('/') != std::string::npos || reference.starts_with('.') ||
         is_yaml(reference);
}

std::string beside(const std::string& file, const std::string& reference) {
  return (fs::path(file).parent_path() / reference).lexically_normal().string();
}

std::string stem(const std::string& path) { return fs::path(path).stem().string(); }

std::string models_folder(const std::string& home) {
  return (fs::path(home) / "schemas" / "models").string();
}

std::string calendars_folder(const std::string& home) {
  return (fs::path(home) / "rules" / "calendars").string();
}

std::string packs_folder(const std::string& home) { return (fs::path(home) / "rules").string(); }

std::vector<std::string> names_in(const std::string& folder, const FileReader& reader) {
  std::vector<std::string> names;
  for (const std::string& path : reader.list(folder).value_or(std::vector<std::string>{})) {
    if (is_yaml(path)) names.push_back(stem(path));
  }
  return names;
}

std::vector<std::string> pack_names(const std::string& home, const FileReader& reader) {
  const std::string folder = packs_folder(home);
  std::vector<std::string> names;
  for (const std::string& path : reader.list(folder).value_or(std::vector<std::string>{})) {
    const fs::path inside = fs::path(path).lexically_relative(folder);
    if (inside.empty() || !is_yaml(path)) continue;
    const std::string name = inside.begin()->stem().string();
    const bool known = std::find(names.begin(), names.end(), name) != names.end();
    if (!known && name != "calendars") names.push_back(name);
  }
  return names;
}

}  // namespace remit::rules
