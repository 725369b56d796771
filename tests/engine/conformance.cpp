#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "data/read.h"
#include "engine/audit.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

namespace remit::test {
namespace {

// The findings that the conformance material expects, written as outcome lines are.
std::vector<std::string> expected_lines(const std::string& path) {
  const auto date_or = [](const nlohmann::json& value, const std::string& none) {
    return value.is_null() ? none : value.get<std::string>();
  };
  std::vector<std::string> lines;
  std::istringstream text(read_file(path));
  for (std::string line; std::getline(text, line);) {
    const auto finding = nlohmann::json::parse(line);
    const auto& period = finding.at("period");
    const std::string days = period.is_null() ? "-"
                                              : period.at("from").get<std::string>() + ".." +
                                                    date_or(period.at("to"), "");
    lines.push_back(finding.at("rule").get<std::string>() + " " +
                    finding.at("verdict").get<std::string>() + " " +
                    finding.at("subject").at("key").get<std::string>() + " " + days + " due " +
                    date_or(finding.at("due"), "-"));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

bool is_finding(const std::string& line) {
  const std::string verdict = line.substr(line.find(' ') + 1);
  return !verdict.starts_with("pass ") && !verdict.starts_with("not_applicable ");
}

std::string difference(const std::vector<std::string>& expected,
                       const std::vector<std::string>& actual) {
  std::vector<std::string> lacking;
  std::vector<std::string> surplus;
  std::set_difference(expected.begin(), expected.end(), actual.begin(), actual.end(),
                      std::back_inserter(lacking));
  std::set_difference(actual.begin(), actual.end(), expected.begin(), expected.end(),
                      std::back_inserter(surplus));
  std::string text;
  for (const auto& line : lacking) text += "- " + line + "\n";
  for (const auto& line : surplus) text += "+ " + line + "\n";
  return text;
}

void check_folder(const std::string& folder, const std::string& number) {
  text::Diagnostics diagnostics;
  auto rules = rules::load({folder + "/rules.yaml"}, {}, rules::DiskReader(), diagnostics);
  INFO(text::render(diagnostics));
  REQUIRE(rules);
  const value::Date as_of = *value::make_date(2026, 9, 30);
  auto data = data::read_folder(rules->model, folder + "/data-" + number, as_of, diagnostics);
  REQUIRE(data);
  const Audit audit{std::move(*rules), std::move(*data), as_of};
  const auto expected = expected_lines(folder + "/expected-" + number + ".ndjson");
  for (const auto& [name, evaluate] : evaluators()) {
    auto actual = outcome_lines(audit, run(evaluate, audit));
    actual.erase(std::partition(actual.begin(), actual.end(), is_finding), actual.end());
    std::sort(actual.begin(), actual.end());
    INFO(name << " on data-" << number);
    CHECK(difference(expected, actual) == "");
  }
}

}  // namespace

TEST_CASE("engine agrees with the conformance cases finding by finding") {
  const std::string folder = conformance_folder();
  if (folder.empty()) return;
  check_folder(folder + "/caseload", "1");
  check_folder(folder + "/caseload", "2");
}

}  // namespace remit::test
