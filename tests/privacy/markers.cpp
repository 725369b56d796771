#include "markers.h"

#include <regex>
#include <sstream>

namespace remit::test {

std::vector<std::string> lines_with(const std::string& pattern,
                                    const std::map<std::string, std::string>& outputs) {
  const std::regex marker(pattern, std::regex::icase);
  const std::regex fingerprint("[0-9a-f]{32}");
  std::vector<std::string> found;
  for (const auto& [name, text] : outputs) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      const std::string bare = std::regex_replace(line, fingerprint, "");
      if (std::regex_search(bare, marker)) found.push_back(name + ": " + bare.substr(0, 300));
    }
  }
  return found;
}

}  // namespace remit::test
