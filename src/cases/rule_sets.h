#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rules/ruleset.h"

namespace remit::cases {

/// The rule sets that cases are about, each loaded once for each choice of parameters.
class RuleSets {
 public:
  using Parameters = std::map<std::string, std::string>;

  RuleSets(std::string home, const rules::FileReader& reader)
      : home_(std::move(home)), reader_(reader) {}

  /// The rules; null where they have mistakes, which are reported the first time.
  std::shared_ptr<const rules::RuleSet> get(const std::vector<std::string>& paths,
                                            const Parameters& parameters,
                                            text::Diagnostics& diagnostics);

 private:
  std::string home_;
  const rules::FileReader& reader_;
  std::map<std::pair<std::vector<std::string>, Parameters>, std::shared_ptr<const rules::RuleSet>>
      loaded_;
};

}  // namespace remit::cases
