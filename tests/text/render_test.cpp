#include "text/render.h"

#include <algorithm>
#include <memory>
#include <string>

#include "support/catch.h"
#include "support/golden.h"

namespace remit::text {
namespace {

// A case marks the span with « and »; they are not part of the file.
struct Marked {
  std::string content;
  Span span;
};

void take(std::string& text, const std::string& mark, std::uint32_t& offset) {
  const std::size_t at = text.find(mark);
  REQUIRE(at != std::string::npos);
  text.erase(at, mark.size());
  offset = static_cast<std::uint32_t>(at);
}

Marked read_marks(std::string text) {
  Marked marked;
  take(text, "\xC2\xAB", marked.span.begin);
  take(text, "\xC2\xBB", marked.span.end);
  marked.content = text;
  return marked;
}

Diagnostic diagnose(const Marked& marked) {
  const auto file = std::make_shared<SourceFile>("rules.yaml", marked.content);
  return {Severity::kError, "some-code", "something is wrong", {file, marked.span}, {}, {}};
}

TEST_CASE("text: diagnostics are rendered with the place underlined") {
  for (const test::GoldenCase& golden : test::golden_cases("text/render")) {
    check_golden(golden, "expected", render(diagnose(read_marks(golden.section("input")))));
  }
}

TEST_CASE("text: help, notes and what has no place") {
  const auto file = std::make_shared<SourceFile>("a.yaml", "key: 1\nkey: 2\n");
  Diagnostics diagnostics;
  diagnostics.error("twice", {file, {7, 10}}, "`key` stands here again", "keep one")
      .notes.push_back({"the first one", {file, {0, 3}}});
  diagnostics.warning("", {}, "nothing in\nparticular\x1b[31m");
  CHECK(render(diagnostics) ==
        "a.yaml:2:1: error: `key` stands here again [twice]\n"
        "   2 | key: 2\n"
        "     | ^^^\n"
        "     = help: keep one\n"
        "a.yaml:1:1: note: the first one\n"
        "   1 | key: 1\n"
        "     | ^^^\n"
        "warning: nothing in particular\xEF\xBF\xBD[31m\n"
        "1 error, 1 warning\n");
  CHECK(render(Diagnostics{}).empty());
}

TEST_CASE("text: colours are only added") {
  const Marked marked = read_marks(
      "a \xC2\xAB"
      "bc\xC2\xBB d\n");
  const Diagnostic diagnostic = diagnose(marked);
  std::string coloured = render(diagnostic, true);
  CHECK(coloured.find("\x1b[") != std::string::npos);
  for (std::size_t at = 0; (at = coloured.find('\x1b')) != std::string::npos;) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  CHECK(coloured == render(diagnostic));
}

TEST_CASE("text: any span in any bytes renders") {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  const auto file = std::make_shared<SourceFile>("f", bytes + bytes);
  for (std::uint32_t begin = 0; begin < 520; begin += 3) {
    for (std::uint32_t end = begin; end < 530; end += 37) {
      const std::string text =
          render(Diagnostic{Severity::kError, "c", "m", {file, {begin, end}}, {}, {}});
      CHECK(std::count(text.begin(), text.end(), '\n') == 3);
      CHECK(text.find('^') != std::string::npos);
    }
  }
}

TEST_CASE("text: a line of many megabytes is shown in no time") {
  const auto file = std::make_shared<SourceFile>("f", std::string(20'000'000, 'x'));
  const Location where{file, {10'000'000, 20'000'000}};
  const std::string text = render(Diagnostic{Severity::kError, "c", "m", where, {}, {}});
  CHECK(text.size() < 1000);
}

}  // namespace
}  // namespace remit::text
