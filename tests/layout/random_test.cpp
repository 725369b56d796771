#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <sstream>

#include "../rules/dump.h"
#include "disorder.h"
#include "layout/layout.h"
#include "layout/token.h"
#include "rules/ruleset.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

namespace remit {
namespace {

namespace fs = std::filesystem;

const std::string kHome = REMIT_SOURCE_DIR;

/// The project's own files, and one that is on no disk.
class OneFile : public rules::FileReader {
 public:
  explicit OneFile(std::string content) : content_(std::move(content)) {}
  std::optional<std::string> read(const std::string& path) const override {
    return path == kPath ? content_ : disk_.read(path);
  }
  std::optional<std::vector<std::string>> list(const std::string& folder) const override {
    return disk_.list(folder);
  }
  static constexpr const char* kPath = "/nowhere/rules.yaml";

 private:
  std::string content_;
  rules::DiskReader disk_;
};

/// Without the lines that say where the keys of a rule stand.
std::string without_places(const std::string& dump) {
  std::string result;
  std::istringstream lines(dump);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("  keys: ", 0) != 0) result += line + "\n";
  }
  return result;
}

/// What a rule file means, without the white space of its expressions.
std::string meaning(const std::string& content) {
  text::Diagnostics diagnostics;
  const auto rules = rules::load({OneFile::kPath}, {kHome, {}}, OneFile(content), diagnostics);
  INFO(content);
  INFO(text::render(diagnostics));
  REQUIRE(rules);
  std::string dump = without_places(test::dump(*rules));
  dump.erase(std::remove_if(dump.begin(), dump.end(), [](char c) { return c == ' ' || c == '\n'; }),
             dump.end());
  return dump;
}

std::string lay_out(const std::string& content) {
  text::Diagnostics diagnostics;
  const auto result =
      layout::lay_out(std::make_shared<const text::SourceFile>("file.yaml", content), diagnostics);
  INFO(content);
  INFO(text::render(diagnostics));
  REQUIRE(result.outcome == layout::Outcome::kLaidOut);
  return result.text;
}

/// Comments are found where they were put in, in any place.
void check_comments(const std::string& text, const std::vector<std::string>& comments) {
  std::size_t at = 0;
  for (const std::string& comment : comments) {
    at = text.find(comment + "\n", at);
    INFO(comment << " in\n" << text);
    REQUIRE(at != std::string::npos);
  }
}

std::vector<std::string> shipped_files() {
  std::vector<std::string> paths;
  for (const char* folder : {"/rules", "/schemas/models", "/tests/cli", "/tests/golden"}) {
    for (const auto& entry : fs::recursive_directory_iterator(kHome + folder)) {
      if (entry.path().extension() == ".yaml") paths.push_back(entry.path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  REQUIRE_FALSE(paths.empty());
  return paths;
}

yaml::Node parse(const std::string& content) {
  text::Diagnostics diagnostics;
  auto node =
      yaml::parse(std::make_shared<const text::SourceFile>("file.yaml", content), diagnostics);
  INFO(content);
  INFO(text::render(diagnostics));
  REQUIRE(node);
  return std::move(*node);
}

std::uint32_t seed() {
  const char* given = std::getenv("REMIT_SEED");
  return given ? static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10))
               : std::random_device()();
}

bool is_rule_set(const std::string& content) {
  return content.find("\nruleset: ") != std::string::npos || content.rfind("ruleset: ", 0) == 0;
}

TEST_CASE(
    "layout: every file of the project is laid out, and laying it out again changes nothing") {
  for (const std::string& path : shipped_files()) {
    INFO(path);
    const std::string original = test::read_file(path);
    const std::string laid_out = lay_out(original);
    CHECK(lay_out(laid_out) == laid_out);
    const bool shipped =
        path.find("/rules/") != std::string::npos || path.find("/schemas/") != std::string::npos;
    INFO("`remit fmt rules schemas/models` lays them out");
    if (shipped) CHECK(laid_out == original);
  }
}

TEST_CASE("layout: any other layout of the shipped rules gives one that means the same") {
  const std::uint32_t first = seed();
  const std::string folder = kHome + "/rules/";
  for (const std::string& path : shipped_files()) {
    const std::string original = test::read_file(path);
    if (path.rfind(folder, 0) != 0 || !is_rule_set(original)) continue;
    const std::string expected = meaning(original);
    const yaml::Node document = parse(original);
    for (std::uint32_t i = 0; i < 25; ++i) {
      INFO(path << ", REMIT_SEED=" << first + i);
      std::mt19937 random(first + i);
      const test::Disordered disordered = test::disorder(document, random);
      REQUIRE(meaning(disordered.text) == expected);
      const std::string laid_out = lay_out(disordered.text);
      CHECK(meaning(laid_out) == expected);
      CHECK(lay_out(laid_out) == laid_out);
      check_comments(laid_out, disordered.comments);
    }
  }
}

TEST_CASE("layout: any other layout of models and calendars is laid out") {
  const std::uint32_t first = seed();
  for (const std::string& path : shipped_files()) {
    const yaml::Node document = parse(test::read_file(path));
    for (std::uint32_t i = 0; i < 5; ++i) {
      INFO(path << ", REMIT_SEED=" << first + i);
      std::mt19937 random(first + i);
      const test::Disordered disordered = test::disorder(document, random);
      const std::string laid_out = lay_out(disordered.text);
      CHECK(lay_out(laid_out) == laid_out);
      check_comments(laid_out, disordered.comments);
    }
  }
}

}  // namespace
}  // namespace remit
