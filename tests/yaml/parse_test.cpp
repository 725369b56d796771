#include <memory>
#include <string>

#include "dump.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"
#include "yaml/node.h"

namespace remit::yaml {
namespace {

text::SourcePtr source(const std::string& content) {
  return std::make_shared<text::SourceFile>("file.yaml", content);
}

std::string parse_and_dump(const std::string& content) {
  text::Diagnostics diagnostics;
  const auto node = parse(source(content), diagnostics);
  CHECK(node.has_value() == !diagnostics.has_errors());
  return text::render(diagnostics) + (node ? test::dump(*node) : std::string());
}

TEST_CASE("yaml: documents read as located nodes, or mistakes are shown with their place") {
  for (const test::GoldenCase& golden : test::golden_cases("yaml")) {
    check_golden(golden, "expected", parse_and_dump(golden.section("input")));
  }
}

TEST_CASE("yaml: line ends, a missing last one and a byte order mark change nothing") {
  const std::string lines = "a: [1, 'two']\nb:\n  - c: \"x\"\n    d: e f\n";
  std::string crlf;
  for (const char c : lines) crlf += c == '\n' ? "\r\n" : std::string(1, c);
  const auto shape = [](const std::string& content) {
    text::Diagnostics diagnostics;
    const auto node = parse(source(content), diagnostics);
    INFO(text::render(diagnostics));
    REQUIRE(node);
    return test::dump_shape(*node);
  };
  CHECK(shape(crlf) == shape(lines));
  CHECK(shape(lines.substr(0, lines.size() - 1)) == shape(lines));
  CHECK(shape("\xEF\xBB\xBF" + lines) == shape(lines));
}

TEST_CASE("yaml: places behind a byte order mark are those of the file") {
  text::Diagnostics diagnostics;
  const auto node = parse(source("\xEF\xBB\xBF"
                                 "key: value\n"),
                          diagnostics);
  REQUIRE(node);
  CHECK(node->entries[0].key_where.span == text::Span{3, 6});
  CHECK(node->entries[0].value.where.span == text::Span{8, 13});
}

TEST_CASE("yaml: values are found by their key") {
  text::Diagnostics diagnostics;
  const auto node = parse(source("a: 1\nb: 2\n"), diagnostics);
  REQUIRE(node);
  REQUIRE(node->find("b"));
  CHECK(node->find("b")->scalar == "2");
  CHECK_FALSE(node->find("c"));
}

}  // namespace
}  // namespace remit::yaml
