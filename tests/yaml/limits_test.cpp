// Input that is broken, hostile or too large: an error each time, in bounded time.
#include <chrono>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "support/catch.h"
#include "yaml/node.h"

namespace remit::yaml {
namespace {

std::string repeated(const std::string& piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

// The code of the first error, or `read` where there was none.
std::string outcome(const std::string& content) {
  text::Diagnostics diagnostics;
  const auto node = parse(std::make_shared<text::SourceFile>("f", content), diagnostics);
  REQUIRE(node.has_value() == !diagnostics.has_errors());
  if (node) return "read";
  const text::Diagnostic& first = diagnostics.all().front();
  REQUIRE(first.where.file);
  REQUIRE(first.where.span.begin <= first.where.span.end);
  REQUIRE(first.where.span.begin <= content.size());
  return first.code;
}

TEST_CASE("yaml: nesting has a limit") {
  CHECK(outcome(repeated("[", 64) + repeated("]", 64)) == "read");
  CHECK(outcome(repeated("[", 65) + repeated("]", 65)) == "too-deep");
  CHECK(outcome(repeated("[", 1000000)) != "read");
  CHECK(outcome(repeated("{a: ", 100000)) != "read");
  CHECK(outcome(repeated("{a: ", 100) + repeated("}", 100)) == "too-deep");
  CHECK(outcome(repeated("- ", 100000)) == "too-deep");
}

TEST_CASE("yaml: files have a largest size") {
  CHECK(outcome("a: " + std::string(std::size_t{16} * 1024 * 1024, 'x')) == "too-large");
  CHECK(outcome("[" + repeated("a,", 1100000) + "a]") == "too-large");
}

TEST_CASE("yaml: bytes that are no text are refused where they stand") {
  CHECK(outcome("a: \xFF\n") == "not-utf-8");
  CHECK(outcome("a: \xC3") == "not-utf-8");
  CHECK(outcome("\xFF\xFE"
                "a\0:\0") == "not-utf-8");
  CHECK(outcome(std::string("a: b\0c\n", 7)) == "control-character");
  CHECK(outcome("a: 1\n\x04\nb: 2\n") == "control-character");
  CHECK(outcome("a: \x1B[31m\n") == "control-character");
}

TEST_CASE("yaml: broken files that libraries take or hang on are errors") {
  for (const char* content : {",",          "\"foo\",\"bar\"",
                              "'x",         "\"x",
                              "[1,,2]",     "[,]",
                              "[1, 2",      "{a: 1",
                              "- 1\nb: 2",  "a: 1\n- b",
                              "a: b: c",    "a: [1\nb: 2",
                              "]",          "}",
                              "a: 'x'y",    "\"a\\qb\"",
                              "\"\\x4\"",   "---\na\n---\nb\n",
                              "a\n...\nb",  "? [a]\n: b",
                              "{[a]: b}",   ": a",
                              "a: &x 1",    "a: *x",
                              "a: !!str 1", "! a",
                              "<<: {a: 1}", "a: 1\na: 2",
                              "@a",         "`a",
                              "%BAD",       "",
                              "\n\n",       "# only this\n",
                              "---",        "a: |x\n  b\n"}) {
    INFO(content);
    CHECK(outcome(content) != "read");
  }
}

TEST_CASE("yaml: random bytes and random YAML never crash or hang") {
  std::mt19937 random(20260930);
  const std::vector<std::string> pieces = {"a",          "b: ",      ": ",
                                           "- ",         "\n",       "\n  ",
                                           "\n    ",     "[",        "]",
                                           "{",          "}",        ",",
                                           "'",          "\"",       "|",
                                           ">",          "#",        " ",
                                           "? ",         "&x",       "*x",
                                           "!t",         "%",        "---",
                                           "...",        "\\",       "\t",
                                           "~",          "null",     "<<: ",
                                           "\r\n",       "\xC3\xA9", "|-\n",
                                           ">2\n",       "@",        "`",
                                           "true",       "1",        "\xEF\xBB\xBF",
                                           "%YAML 1.2\n"};
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < 50000; ++i) {
    std::string content;
    for (auto count = random() % 20; count > 0; --count) {
      content += pieces[random() % pieces.size()];
    }
    INFO(content);
    CHECK_FALSE(outcome(content).empty());
  }
  const auto taken = std::chrono::steady_clock::now() - start;
  CHECK(taken < std::chrono::minutes(5));
}

}  // namespace
}  // namespace remit::yaml
