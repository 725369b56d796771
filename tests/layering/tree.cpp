#include "tree.h"

#include <algorithm>
#include <filesystem>
#include <regex>
#include <sstream>

#include "support/golden.h"

namespace remit::test {
namespace {

namespace fs = std::filesystem;

const fs::path kTop = REMIT_SOURCE_DIR;

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

}  // namespace

std::vector<Include> includes_of(const std::string& file, const std::string& content) {
  static const std::regex kInclude(R"(^\s*#\s*include\s*(["<])([^">]+)[">])");
  std::vector<Include> includes;
  std::istringstream lines(content);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::smatch parts;
    if (!std::regex_search(line, parts, kInclude)) continue;
    includes.push_back({file, number, parts[2].str(), parts[1].str() == "\""});
  }
  return includes;
}

std::vector<std::string> sources_under(const std::string& folder) {
  std::vector<std::string> files;
  if (!fs::exists(kTop / folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(kTop / folder)) {
    const fs::path extension = entry.path().extension();
    if (extension != ".h" && extension != ".cpp") continue;
    files.push_back(fs::relative(entry.path(), kTop).generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Include> includes_under(const std::string& folder) {
  std::vector<Include> includes;
  for (const std::string& file : sources_under(folder)) {
    for (Include& include : includes_of(file, read_file((kTop / file).string()))) {
      includes.push_back(std::move(include));
    }
  }
  return includes;
}

Modules read_modules(const std::string& cmake) {
  static const std::regex kModule(R"((?:^|\n)add_module\(([^)]*)\))");
  Modules modules;
  for (auto call = std::sregex_iterator(cmake.begin(), cmake.end(), kModule);
       call != std::sregex_iterator(); ++call) {
    const std::vector<std::string> words = words_of((*call)[1].str());
    std::vector<std::string> depends;
    bool listed = false;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (words[i] == "DEPENDS" || words[i] == "LIBRARIES") {
        listed = words[i] == "DEPENDS";
      } else if (listed) {
        depends.push_back(words[i]);
      }
    }
    modules.order.push_back(words.front());
    modules.depends[words.front()] = std::move(depends);
  }
  return modules;
}

// What the library offers is declared in include/remit and made in src/audit, and in src/advise
// what it answers beforehand.
bool is_advice(const std::string& header) {
  return header == "remit/advise.h" || header == "remit/due.h";
}

std::string module_of_file(const std::string& file) {
  if (file.rfind("include/", 0) == 0 && is_advice(file.substr(file.find('/') + 1))) return "advise";
  if (file.rfind("include/remit/", 0) == 0) return "audit";
  const std::string inside = file.substr(file.find('/') + 1);
  return module_of_include(inside);
}

std::string module_of_include(const std::string& target) {
  const std::string module = target.substr(0, target.find('/'));
  if (is_advice(target)) return "advise";
  return module == "remit" ? "audit" : module;
}

}  // namespace remit::test
