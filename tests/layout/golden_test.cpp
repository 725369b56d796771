#include "support/golden.h"
#include "layout/layout.h"
#include "support/catch.h"
#include "text/render.h"

namespace remit {
namespace {

std::string lay_out(const std::string& path, const std::string& content) {
  text::Diagnostics diagnostics;
  const layout::LaidOut result =
      layout::lay_out(std::make_shared<const text::SourceFile>(path, content), diagnostics);
  if (result.outcome == layout::Outcome::kLaidOut) return result.text;
  return text::render(diagnostics);
}

TEST_CASE("layout: golden cases, each laid out once and again") {
  for (const auto& golden : test::golden_cases("layout")) {
    INFO(golden.path);
    const std::string laid_out = lay_out("rules.yaml", golden.section("input"));
    test::check_golden(golden, "expected", laid_out);
    if (laid_out.find("error:") == std::string::npos)
      CHECK(lay_out("again.yaml", laid_out) == laid_out);
  }
}

}  // namespace
}  // namespace remit
