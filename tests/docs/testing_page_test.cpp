#include <sstream>

#include "cases/load.h"
#include "cases/reports/reports.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

// docs/testing.md: its first case is run, as it stands there and as it fails.
namespace remit::test {
namespace {

const std::string kTop = REMIT_SOURCE_DIR "/";
const std::string kPath = "rules/england-children/tests/first.yaml";

std::string page() { return read_file(kTop + "docs/testing.md"); }

/// The text of the first block that follows a line of this start.
std::string first_block(const std::string& text, const std::string& start) {
  const std::size_t open = text.find("\n" + start + "\n");
  REQUIRE(open != std::string::npos);
  const std::size_t begin = open + start.size() + 2;
  return text.substr(begin, text.find("```\n", begin) - begin);
}

/// The disk, with one more file.
class WithCase : public rules::DiskReader {
 public:
  explicit WithCase(std::string content) : content_(std::move(content)) {}
  std::optional<std::string> read(const std::string& path) const override {
    return path == kTop + kPath ? content_ : DiskReader::read(path);
  }

 private:
  std::string content_;
};

std::string run_case(const std::string& content) {
  const WithCase reader(content);
  cases::RuleSets rule_sets(kTop, reader);
  text::Diagnostics diagnostics;
  const auto loaded = cases::load_chosen({{kTop + kPath, ""}}, {}, rule_sets, reader, diagnostics);
  INFO(text::render(diagnostics));
  REQUIRE(loaded.size() == 1);
  std::ostringstream out;
  cases::write_text(cases::run(loaded, nullptr), {}, out);
  std::string text = out.str();
  if (const std::size_t at = text.find(kTop); at != std::string::npos) text.erase(at, kTop.size());
  return text;
}

}  // namespace

TEST_CASE("docs: the first case of the page on testing passes") {
  const std::string content = first_block(page(), "```yaml");
  CHECK(page().find("```\n" + run_case(content) + "```\n") != std::string::npos);
}

TEST_CASE("docs: the page on testing shows how its first case fails") {
  std::string content = first_block(page(), "```yaml");
  const std::size_t word = content.rfind("violation");
  content.replace(word, std::string("violation").size(), "pass");
  const std::string out = run_case(content);
  const std::string shown = out.substr(0, out.find("\n\n") + 1);
  CHECK(page().find("```\n" + shown + "```\n") != std::string::npos);
}

}  // namespace remit::test
