#include "cases/init/draft.h"
#include "cases/pack.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

namespace remit::test {
namespace {

std::string draft(const std::string& paths, const std::string& home, const std::string& id,
                  const rules::FileReader& reader) {
  text::Diagnostics diagnostics;
  rules::LoadOptions options;
  options.home = home;
  const auto rules = rules::load({paths}, options, reader, diagnostics);
  REQUIRE(rules);
  const auto made = cases::init::draft_cases(*rules, id, home, reader, diagnostics);
  std::string text = text::render(diagnostics) + (made ? made->text : "");
  if (made) {
    for (const std::string& words : made->not_found) text += "not found: " + words + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("cases: drafts of small rules") {
  for (const GoldenCase& golden : golden_cases("init")) {
    INFO(golden.path);
    const Pack pack = small_pack(golden.section("rules"), "");
    check_golden(golden, "expected", draft("pack/rules.yaml", "", "RULE", pack));
  }
}

TEST_CASE("cases: drafts of shipped rules have both sides") {
  const std::string top = REMIT_SOURCE_DIR;
  for (const std::string id : {"EC-VR-006", "EC-RG-001", "EC-RG-002", "EC-RT-002.student"}) {
    INFO(id);
    const std::string text = draft("england-children", top, id, rules::DiskReader());
    CHECK(text.rfind("cases: ", 0) == 0);
    CHECK(text.find("not found") == std::string::npos);
  }
}

}  // namespace remit::test
