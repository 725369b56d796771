#include "markers.h"
#include "outputs.h"
#include "support/catch.h"
#include "support/golden.h"

// A small world in which every personal cell holds something that stands nowhere else, and rules
// that read these cells in every way in which a rule can.
namespace remit::test {
namespace {

/// Of names and other texts; of days, and of those reckoned from them; of numbers, and sums.
const std::vector<std::string> kNone;
constexpr const char* kMarkers = "qz|179[0-9]|209[0-9]|73510";

Request request_of(bool show_personal) {
  const std::string folder = std::string(REMIT_SOURCE_DIR) + "/tests/privacy/personal";
  Request request;
  request.home = REMIT_SOURCE_DIR;
  request.rules = {folder + "/rules.yaml"};
  request.data = folder + "/data";
  request.as_of = value::parse_date("2026-09-30").value();
  request.show_personal = show_personal;
  return request;
}

}  // namespace

TEST_CASE("privacy: nothing personal stands in any output") {
  CHECK(lines_with(kMarkers, outputs_of(request_of(false))) == kNone);
  CHECK(lines_with(kMarkers, explanations_of(request_of(false))) == kNone);
}

TEST_CASE("privacy: asked for, it stands in every output") {
  for (const auto& [name, text] : outputs_of(request_of(true))) {
    const bool counts = name == "said" || name == "counts" || name == "summary";
    const bool frame = name.starts_with("xlsx/") && name != "xlsx/xl/worksheets/sheet2.xml";
    INFO(name);
    if (!counts && !frame) CHECK_FALSE(lines_with(kMarkers, {{name, text}}).empty());
  }
  for (const auto& [name, text] : explanations_of(request_of(true))) {
    INFO(name);
    if (name.ends_with(" P1")) CHECK_FALSE(lines_with(kMarkers, {{name, text}}).empty());
  }
}

TEST_CASE("privacy: verdicts, subjects and counts are the same with and without") {
  text::Diagnostics diagnostics;
  const auto kept = audit(request_of(false), diagnostics).audit;
  const auto shown = audit(request_of(true), diagnostics).audit;
  REQUIRE(kept);
  REQUIRE(shown);
  REQUIRE(kept->findings.size() == shown->findings.size());
  for (std::size_t i = 0; i < kept->rules.size(); ++i) {
    CHECK(kept->rules[i].tally.verdicts == shown->rules[i].tally.verdicts);
  }
  for (std::size_t i = 0; i < kept->findings.size(); ++i) {
    CHECK(kept->findings[i].outcome.verdict == shown->findings[i].outcome.verdict);
  }
}

}  // namespace remit::test
