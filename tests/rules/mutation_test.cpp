#include <random>

#include "sample_model.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

namespace remit {
namespace {

constexpr int kMutants = 1500;

/// Changes one to six bytes: puts in what the formats give a meaning, deletes, or copies a stretch.
std::string mutate(std::string text, std::mt19937& random) {
  static const std::string kBytes = "{}[]:,-#'\"`\\|>&*!%@ \n\t.=()0aZ\x01\x80\xff";
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  for (std::size_t changes = 1 + below(6); changes > 0 && !text.empty(); --changes) {
    const std::size_t at = below(text.size());
    switch (below(4)) {
      case 0:
        text[at] = kBytes[below(kBytes.size())];
        break;
      case 1:
        text.insert(at, 1, kBytes[below(kBytes.size())]);
        break;
      case 2:
        text.erase(at, 1 + below(20));
        break;
      default:
        text.insert(at, text.substr(below(text.size()), 1 + below(40)));
        break;
    }
  }
  return text;
}

TEST_CASE("rules: bytes changed at random never crash the loader, and are never silent") {
  const std::uint32_t seed = std::random_device()();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::vector<std::string> originals;
  for (const auto& golden : test::golden_cases("rules")) {
    if (golden.path.find("valid-") != std::string::npos) {
      originals.push_back(golden.section("rules"));
    }
  }
  REQUIRE_FALSE(originals.empty());
  test::MemoryReader reader = test::sample_reader();
  for (int i = 0; i < kMutants; ++i) {
    std::string& file = reader.files["rules.yaml"];
    file = mutate(originals[static_cast<std::size_t>(random()) % originals.size()], random);
    CAPTURE(file);
    text::Diagnostics diagnostics;
    const auto rules = rules::load({"rules.yaml"}, {"/home", {}}, reader, diagnostics);
    REQUIRE(rules.has_value() != diagnostics.has_errors());
    for (const auto& diagnostic : diagnostics.all())
      REQUIRE_FALSE(text::render(diagnostic).empty());
  }
}

}  // namespace
}  // namespace remit
