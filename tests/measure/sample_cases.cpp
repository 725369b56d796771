#include "sample_cases.h"

#include "support/catch.h"
#include "text/render.h"

namespace remit::test {

SampleCases::SampleCases(const std::string& rules, const std::string& cases)
    : reader_(sample_reader()) {
  reader_.files["pack/rules.yaml"] = rules;
  reader_.files["pack/tests/cases.yaml"] = cases;
  rule_sets_ = std::make_unique<cases::RuleSets>("/home", reader_);
}

std::vector<cases::LoadedCases> SampleCases::load() {
  text::Diagnostics diagnostics;
  auto loaded =
      cases::load_chosen({{"pack/tests/cases.yaml", ""}}, {}, *rule_sets_, reader_, diagnostics);
  INFO(text::render(diagnostics));
  REQUIRE_FALSE(diagnostics.has_errors());
  return loaded;
}

}  // namespace remit::test
