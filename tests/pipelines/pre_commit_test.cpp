#include <fstream>

#include <yaml-cpp/yaml.h>

#include "pipelines/shell.h"
#include "support/catch.h"

// The hooks, run as pre-commit runs them: with the names of the files at the end where they take
// these. It fails a hook that ends with another status than 0 or changes a file.
namespace remit::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPack = "rules/four-weekly-supervision";
constexpr const char* kRules = "rules/four-weekly-supervision/four-weekly-supervision.yaml";

Ran run_hook(const Workplace& place, const std::string& id) {
  const YAML::Node file = YAML::LoadFile(example("pre-commit-config.yaml").string());
  for (const YAML::Node& hook : file["repos"][0]["hooks"]) {
    if (hook["id"].as<std::string>() != id) continue;
    const bool takes_files = hook["pass_filenames"].as<bool>(true);
    return run(place,
               hook["entry"].as<std::string>() + (takes_files ? std::string(" ") + kRules : ""),
               {});
  }
  FAIL("there is no hook " << id);
  return {0, ""};
}

void fill(const Workplace& place) {
  fs::create_directories(place.path() / "rules");
  fs::copy(fs::path(REMIT_SOURCE_DIR) / kPack, place.path() / kPack, fs::copy_options::recursive);
}

void append(const Workplace& place, const std::string& text) {
  std::ofstream(place.path() / kRules, std::ios::app) << text;
}

TEST_CASE("the hooks let rules pass that are well") {
  const Workplace place;
  fill(place);
  const std::string before = place.read(kRules);
  for (const std::string id : {"remit-fmt", "remit-lint", "remit-test"}) {
    const Ran ran = run_hook(place, id);
    INFO(id << ": " << ran.output);
    CHECK(ran.status == 0);
  }
  CHECK(place.read(kRules) == before);
}

TEST_CASE("the hooks stop rules that are not") {
  const Workplace place;
  fill(place);
  const std::string before = place.read(kRules);
  append(place, "\n\n\n");
  CHECK(run_hook(place, "remit-fmt").status == 0);
  CHECK(place.read(kRules) == before);
  append(place, "no_such_key: 1\n");
  CHECK(run_hook(place, "remit-lint").status == 2);
  CHECK(run_hook(place, "remit-test").status == 2);
}

}  // namespace
}  // namespace remit::test
