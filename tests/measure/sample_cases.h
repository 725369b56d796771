#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cases/run.h"
#include "rules/sample_model.h"

namespace remit::test {

/// Rules over the model of tests/rules/sample_model.cpp, and one case file about them.
class SampleCases {
 public:
  SampleCases(const std::string& rules, const std::string& cases);

  /// Loads both; fails the test where there is a mistake.
  std::vector<cases::LoadedCases> load();

 private:
  MemoryReader reader_;
  std::unique_ptr<cases::RuleSets> rule_sets_;
};

}  // namespace remit::test
