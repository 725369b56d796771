#include "support/golden.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/catch.h"

namespace remit::test {
namespace {

namespace fs = std::filesystem;

GoldenCase read_case(const fs::path& path) {
  GoldenCase golden{path.string(), {}, {}};
  std::istringstream lines(read_file(path.string()));
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("--- ", 0) == 0) {
      golden.sections.emplace_back(line.substr(4), "");
    } else {
      (golden.sections.empty() ? golden.comment : golden.sections.back().second) += line + "\n";
    }
  }
  return golden;
}

void write_case(const GoldenCase& golden) {
  std::ofstream file(golden.path, std::ios::binary);
  file << golden.comment;
  for (const auto& [name, text] : golden.sections) file << "--- " << name << "\n" << text;
}

}  // namespace

bool GoldenCase::has(const std::string& name) const {
  return std::any_of(sections.begin(), sections.end(),
                     [&](const auto& entry) { return entry.first == name; });
}

std::string GoldenCase::section(const std::string& name) const {
  for (const auto& [key, text] : sections) {
    if (key == name) return text;
  }
  return {};
}

std::vector<GoldenCase> golden_cases(const std::string& area) {
  std::vector<fs::path> paths;
  for (const auto& entry :
       fs::recursive_directory_iterator(std::string(REMIT_SOURCE_DIR) + "/tests/golden/" + area)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<GoldenCase> cases;
  for (const auto& path : paths) cases.push_back(read_case(path));
  REQUIRE(!cases.empty());
  return cases;
}

void check_golden(GoldenCase golden, const std::string& section, const std::string& actual) {
  const std::string text = actual.empty() || actual.back() == '\n' ? actual : actual + "\n";
  if (golden.section(section) == text && golden.has(section)) {
    SUCCEED();
    return;
  }
  if (const char* update = std::getenv("REMIT_UPDATE_GOLDEN"); update && *update == '1') {
    if (!golden.has(section)) golden.sections.emplace_back(section, "");
    for (auto& [name, expected] : golden.sections) {
      if (name == section) expected = text;
    }
    write_case(golden);
    return;
  }
  INFO(golden.path << ", section " << section);
  CHECK(text == golden.section(section));
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  INFO(path);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string conformance_folder() {
  if (const char* folder = std::getenv("REMIT_CONFORMANCE")) return folder;
  const std::string beside = std::string(REMIT_SOURCE_DIR) + "/../shared/conformance";
  return fs::exists(beside) ? beside : "";
}

}  // namespace remit::test
