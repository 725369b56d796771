#include <filesystem>
#include <regex>
#include <set>

#include "docs/example.h"
#include "support/catch.h"

// docs/language.md and what the program does are one: every example of the page is run, and every
// golden example stands in the page.
namespace remit::test {
namespace {

std::string page() { return read_file(std::string(REMIT_SOURCE_DIR) + "/docs/language.md"); }

/// A rule set in two parts: what all examples begin with, and what the page shows of this one.
std::pair<std::string, std::string> split(const std::string& rules) {
  const std::size_t blank = rules.find("\n\n");
  REQUIRE(blank != std::string::npos);
  return {rules.substr(0, blank + 1), rules.substr(blank + 2)};
}

/// Where a text stands in the page from a place on, as a block of its own.
std::size_t block_in(const std::string& page, const std::string& text, std::size_t from) {
  return page.find("\n" + text + "```\n", from);
}

/// The codes of data findings that a text has in quotation marks, or (of a page) in back quotes.
std::set<std::string> codes(const std::string& text) {
  static const std::regex kCode("[\"`](DATA-[A-Z-]+)[\"`]");
  std::set<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), kCode), end; at != end; ++at) {
    found.insert((*at)[1]);
  }
  return found;
}

}  // namespace

TEST_CASE("docs: the examples find what the page says") {
  for (const GoldenCase& golden : golden_cases("docs")) {
    INFO(golden.path);
    check_golden(golden, "findings", run_example(golden));
  }
}

TEST_CASE("docs: every example stands in the page word for word") {
  const std::string text = page();
  for (const GoldenCase& golden : golden_cases("docs")) {
    INFO(golden.path);
    const auto [head, body] = split(golden.section("rules"));
    CHECK(text.find(head) != std::string::npos);
    const std::size_t at = text.find("\n" + body + "```\n");
    REQUIRE(at != std::string::npos);
    for (const auto& [name, content] : golden.sections) {
      INFO(name);
      if (name.rfind("file ", 0) == 0) CHECK(text.find("\n" + content) != std::string::npos);
      if (name == "findings") CHECK(block_in(text, content, at) != std::string::npos);
      if (name == "as_of") CHECK(text.find(content.substr(0, 10), at) != std::string::npos);
    }
  }
}

TEST_CASE("docs: the page shows the model of its examples") {
  CHECK(block_in(page(), shared_model(), 0) != std::string::npos);
}

TEST_CASE("docs: the page on data explains every data finding") {
  const std::string top = REMIT_SOURCE_DIR;
  std::set<std::string> known;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(top + "/src")) {
    if (entry.path().extension() == ".cpp") known.merge(codes(read_file(entry.path().string())));
  }
  CHECK(known.size() > 20);
  CHECK(codes(read_file(top + "/docs/data.md")) == known);
}

}  // namespace remit::test
