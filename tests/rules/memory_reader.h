#pragma once

#include <map>
#include <string>

#include "rules/ruleset.h"

namespace remit::test {

/// Files that are not on any disk.
class MemoryReader : public rules::FileReader {
 public:
  std::map<std::string, std::string> files;

  std::optional<std::string> read(const std::string& path) const override;
  std::optional<std::vector<std::string>> list(const std::string& folder) const override;
};

}  // namespace remit::test
