#include "rules/ruleset.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

namespace remit {
namespace {

TEST_CASE("rules: the rule set of the conformance cases") {
  const std::string folder = test::conformance_folder();
  if (folder.empty()) return;
  text::Diagnostics diagnostics;
  const auto rules = rules::load({folder + "/caseload/rules.yaml"}, {REMIT_SOURCE_DIR, {}},
                                 rules::DiskReader(), diagnostics);
  INFO(text::render(diagnostics));
  REQUIRE(rules);
  CHECK(diagnostics.all().empty());
  std::vector<std::string> ids;
  for (const auto& rule : rules->rules) ids.push_back(rule.id);
  CHECK(ids == std::vector<std::string>{"C-RES.s47", "C-RES.court", "C-COVER", "C-FREQ", "C-LEAD",
                                        "C-UNIQ"});
}

TEST_CASE("rules: the packs that are shipped load") {
  text::Diagnostics diagnostics;
  const auto rules =
      rules::load({"england-children"}, {REMIT_SOURCE_DIR, {}}, rules::DiskReader(), diagnostics);
  INFO(text::render(diagnostics));
  CHECK(rules);
  CHECK(diagnostics.all().empty());
}

}  // namespace
}  // namespace remit
