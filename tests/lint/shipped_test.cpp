#include <filesystem>

#include "inspect.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

namespace remit::test {

TEST_CASE("lint: the packs that are shipped give no warning") {
  std::size_t packs = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(REMIT_SOURCE_DIR) + "/rules")) {
    const std::string name = entry.path().filename().string();
    if (name == "calendars") continue;
    INFO(name);
    CHECK(text::render(inspect({name}, {})) == "");
    ++packs;
  }
  CHECK(packs > 0);
}

TEST_CASE("lint: the examples of the language page give no warning") {
  const std::string model =
      read_file(std::string(REMIT_SOURCE_DIR) + "/tests/golden/docs/model.yaml");
  for (const GoldenCase& golden : golden_cases("docs")) {
    std::map<std::string, std::string> files{{"model.yaml", model},
                                             {"rules.yaml", golden.section("rules")}};
    for (const auto& [name, text] : golden.sections) {
      if (name.rfind("file ", 0) == 0) files[name.substr(5)] = text;
    }
    INFO(golden.path);
    CHECK(text::render(inspect({"./rules.yaml"}, files)) == "");
  }
}

TEST_CASE("lint: the rules of the conformance cases give no warning") {
  const std::string folder = conformance_folder();
  if (folder.empty()) return;
  CHECK(text::render(inspect({folder + "/caseload/rules.yaml"}, {})) == "");
}

}  // namespace remit::test
