#include <set>

#include "inspect.h"
#include "lint/lint.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

// docs/checks.md has a section for every check, with two examples: the first gives a warning of
// just this check, the second gives none.
namespace remit::test {
namespace {

std::string page() { return read_file(std::string(REMIT_SOURCE_DIR) + "/docs/checks.md"); }

/// The text of a section, without its heading; empty where there is none.
std::string section(const std::string& page, std::string_view code) {
  const std::string heading = "\n## " + std::string(code) + "\n";
  const std::size_t at = page.find(heading);
  if (at == std::string::npos) return "";
  const std::size_t begin = at + heading.size();
  return page.substr(begin, page.find("\n## ", begin) - begin);
}

std::vector<std::string> blocks(const std::string& text) {
  static const std::string kOpen = "```yaml\n";
  std::vector<std::string> all;
  for (std::size_t at = text.find(kOpen); at != std::string::npos; at = text.find(kOpen, at)) {
    at += kOpen.size();
    all.push_back(text.substr(at, text.find("```", at) - at));
  }
  return all;
}

/// The files of an example: one, or several that begin with a comment with their name.
std::map<std::string, std::string> files_of(const std::string& block, const std::string& head) {
  std::map<std::string, std::string> files;
  std::string name = "rules.yaml";
  std::string line;
  for (std::size_t at = 0; at < block.size(); at += line.size()) {
    line = block.substr(at, block.find('\n', at) + 1 - at);
    if (line.rfind("# ", 0) == 0 && line.find(".yaml\n") != std::string::npos) {
      name = line.substr(2, line.size() - 3);
    } else {
      files[name] += line;
    }
  }
  for (auto& [path, text] : files) {
    if (text.rfind("ruleset:", 0) != 0) text = head + text;
  }
  return files;
}

text::Diagnostics inspect_block(const std::string& block, const std::string& head) {
  const auto files = files_of(block, head);
  std::vector<std::string> paths;
  for (const auto& [path, text] : files) paths.push_back("./" + path);
  return inspect(paths, files);
}

std::set<std::string> codes(const text::Diagnostics& diagnostics) {
  std::set<std::string> all;
  for (const auto& diagnostic : diagnostics.all()) all.insert(diagnostic.code);
  return all;
}

}  // namespace

TEST_CASE("lint: every check has its section, whose examples are right") {
  const std::string text = page();
  const std::vector<std::string> first = blocks(text.substr(0, text.find("\n## ")));
  REQUIRE(first.size() == 1);
  for (const lint::Check& check : lint::checks()) {
    INFO(check.code);
    const std::vector<std::string> examples = blocks(section(text, check.code));
    REQUIRE(examples.size() == 2);
    const text::Diagnostics bad = inspect_block(examples[0], first[0]);
    const text::Diagnostics good = inspect_block(examples[1], first[0]);
    INFO(text::render(bad));
    INFO(text::render(good));
    CHECK(codes(bad) == std::set<std::string>{std::string(check.code)});
    CHECK(good.all().empty());
  }
}

TEST_CASE("lint: every section is about a check") {
  const std::string text = page();
  std::size_t sections = 0;
  for (std::size_t at = text.find("\n## "); at != std::string::npos;
       at = text.find("\n## ", at + 1)) {
    const std::string heading = text.substr(at + 4, text.find('\n', at + 1) - at - 4);
    INFO(heading);
    CHECK(lint::find_check(heading) != nullptr);
    ++sections;
  }
  CHECK(sections == lint::checks().size());
}

TEST_CASE("lint: the list at the top of the page has every check and what it is about") {
  const std::string text = page();
  for (const lint::Check& check : lint::checks()) {
    const std::string line = "| [`" + std::string(check.code) + "`](#" + std::string(check.code) +
                             ") | " + std::string(check.about) + " |\n";
    INFO(line);
    CHECK(text.find(line) != std::string::npos);
    CHECK(lint::page_of(check.code) == "docs/checks.md#" + std::string(check.code));
  }
}

}  // namespace remit::test
