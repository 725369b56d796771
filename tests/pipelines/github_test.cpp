#include <set>

#include <yaml-cpp/yaml.h>

#include "pipelines/shell.h"
#include "support/catch.h"

// The steps of the action, run as GitHub runs them: with what was given for its inputs in place of
// the expressions, and the variables that every job has.
namespace remit::test {
namespace {

using Texts = std::map<std::string, std::string>;

YAML::Node action() { return YAML::LoadFile(example("github/action.yml").string()); }

/// `${{ inputs.NAME }}`, and nothing else: what was given, else the default.
std::string value_of(const std::string& expression, const Texts& given) {
  const std::string before = "${{ inputs.";
  const std::string after = " }}";
  REQUIRE(expression.starts_with(before));
  REQUIRE(expression.ends_with(after));
  const std::string name =
      expression.substr(before.size(), expression.size() - before.size() - after.size());
  const YAML::Node input = action()["inputs"][name];
  INFO(name);
  REQUIRE(input.IsDefined());
  if (const auto found = given.find(name); found != given.end()) return found->second;
  return input["default"].as<std::string>();
}

Ran run_action(const Workplace& place, const Texts& given) {
  Ran ran{0, ""};
  for (const YAML::Node& step : action()["runs"]["steps"]) {
    Texts variables{{"GITHUB_ACTION_PATH", example("github").string()},
                    {"GITHUB_STEP_SUMMARY", "summary.md"}};
    for (const auto& variable : step["env"]) {
      variables[variable.first.as<std::string>()] =
          value_of(variable.second.as<std::string>(), given);
    }
    const auto script = step["run"].as<std::string>();
    // An expression in a script would let an input be read as a command.
    CHECK(script.find("${{") == std::string::npos);
    ran = run(place, script, variables);
  }
  return ran;
}

const Texts kGiven{{"rules", "rules.yaml"}, {"data", "data"}, {"as-of", "2026-09-30"}};

TEST_CASE("the action for GitHub fails by severity and leaves its files") {
  const Workplace place;
  const Ran ran = run_action(place, kGiven);
  CHECK(ran.status == 1);
  INFO(ran.output);
  CHECK(ran.output.find("::error file=data/tasks.csv,line=") != std::string::npos);
  CHECK(place.read("summary.md").find("T-DONE") != std::string::npos);
  CHECK(place.read("remit.sarif").find("\"T-DONE\"") != std::string::npos);
}

TEST_CASE("the action for GitHub heeds all of its inputs") {
  const Workplace place;
  Texts given = kGiven;
  given["max-unknown"] = "1%";
  CHECK(run_action(place, given).output.find("more than `--max-unknown` allows") !=
        std::string::npos);
  given["rules"] = "nowhere.yaml";
  CHECK(run_action(place, given).status == 2);
  given["rules"] = "$(touch bitten)";
  CHECK(run_action(place, given).status == 2);
  CHECK_FALSE(place.has("bitten"));
}

TEST_CASE("the workflow for GitHub gives the action what it takes") {
  const YAML::Node workflow = YAML::LoadFile(example("github/workflow.yml").string());
  std::set<std::string> given;
  for (const YAML::Node& step : workflow["jobs"]["audit"]["steps"]) {
    const auto uses = step["uses"].as<std::string>("");
    if (uses.find("examples/ci/github@") == std::string::npos) continue;
    for (const auto& input : step["with"]) given.insert(input.first.as<std::string>());
  }
  REQUIRE_FALSE(given.empty());
  for (const auto& input : action()["inputs"]) {
    const auto name = input.first.as<std::string>();
    if (input.second["required"].as<bool>(false)) CHECK(given.count(name) == 1);
    given.erase(name);
  }
  CHECK(given.empty());
}

}  // namespace
}  // namespace remit::test
