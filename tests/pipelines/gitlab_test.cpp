#include <yaml-cpp/yaml.h>

#include "pipelines/shell.h"
#include "support/catch.h"

namespace remit::test {
namespace {

TEST_CASE("the template for GitLab fails by severity and leaves what it says it keeps") {
  const YAML::Node job = YAML::LoadFile(example("gitlab.yml").string())[".remit"];
  std::map<std::string, std::string> variables{
      {"REMIT_RULES", "rules.yaml"}, {"REMIT_DATA", "data"}, {"REMIT_AS_OF", "2026-09-30"}};
  for (const auto& variable : job["variables"]) {
    variables[variable.first.as<std::string>()] = variable.second.as<std::string>();
  }
  std::string script;
  for (const YAML::Node& line : job["script"]) script += line.as<std::string>() + "\n";
  const Workplace place;
  const Ran ran = run(place, script, variables);
  INFO(ran.output);
  CHECK(ran.status == 1);
  CHECK(ran.output.find("T-DONE") != std::string::npos);
  for (const YAML::Node& file : job["artifacts"]["paths"]) CHECK(place.has(file.as<std::string>()));
  CHECK(place.read(job["artifacts"]["reports"]["junit"].as<std::string>()).find("<testsuite") !=
        std::string::npos);
}

}  // namespace
}  // namespace remit::test
