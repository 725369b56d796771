#pragma once

#include <map>
#include <string>

#include "cases/run.h"

namespace remit::test {

/// Files that are not on any disk.
class Pack : public rules::FileReader {
 public:
  std::map<std::string, std::string> files;

  std::optional<std::string> read(const std::string& path) const override;
  std::optional<std::vector<std::string>> list(const std::string& folder) const override;
};

/// A pack with a small model, some rules and one case file, `pack/tests/cases.yaml`.
Pack small_pack(const std::string& rules, const std::string& cases);

/// Runs all cases of `pack`.
cases::Run run_pack(const Pack& pack, const cases::Selection& selection,
                    text::Diagnostics& diagnostics);

}  // namespace remit::test
