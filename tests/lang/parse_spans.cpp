#include "lang/parse_support.h"
#include "support/catch.h"

namespace remit::test {
namespace {

/// Parses and gives the text that the chosen span underlines.
template <typename Choose>
std::string underlined(const std::string& text, const Choose& choose) {
  const auto excerpt = excerpt_of(text);
  text::Diagnostics diagnostics;
  const auto expression = lang::parse_expression(excerpt, diagnostics);
  REQUIRE(expression);
  return std::string(excerpt.file->slice(choose(*expression)));
}

template <typename Kind>
const Kind& as(const lang::Expression& expression) {
  return std::get<Kind>(expression.node);
}

}  // namespace

TEST_CASE("lang: spans take in the whole of a node") {
  using lang::Binary, lang::Expression, lang::Quantified;
  const auto whole = [](const Expression& node) { return node.span; };
  CHECK(underlined("  a.b + 1 ", whole) == "a.b + 1");
  CHECK(underlined("(a) + (b)", whole) == "(a) + (b)");
  CHECK(underlined("a + b - c",
                   [](const Expression& node) { return as<Binary>(node).left->span; }) == "a + b");
  CHECK(underlined("a + b - c",
                   [](const Expression& node) { return as<Binary>(node).operator_span; }) == "-");
  CHECK(underlined("a.`b c`", [](const Expression& node) {
          return as<lang::Member>(node).member.span;
        }) == "`b c`");
  CHECK(underlined("some x in y satisfies z", [](const Expression& node) {
          return as<Quantified>(node).binding.name.span;
        }) == "x");
  CHECK(underlined("count( x in y by z )", [](const Expression& node) {
          return as<lang::Aggregate>(node).over.span;
        }) == "x in y by z");
  CHECK(underlined("x matches \"a\"", [](const Expression& node) {
          return as<lang::Matches>(node).pattern_span;
        }) == "\"a\"");
}

TEST_CASE("lang: spans are places of the file, not of the excerpt") {
  const auto file = std::make_shared<text::SourceFile>("rule", "is: \"a = \\\"b\\\"\"");
  // What a quoted YAML scalar means: a = "b"
  const text::Excerpt excerpt{file, "a = \"b\"", {5, 6, 7, 8, 9, 11, 12, 14}};
  text::Diagnostics diagnostics;
  const auto expression = lang::parse_expression(excerpt, diagnostics);
  REQUIRE(expression);
  const auto& equal = as<lang::Binary>(*expression);
  CHECK(file->slice(equal.left->span) == "a");
  CHECK(file->slice(equal.operator_span) == "=");
  CHECK(file->slice(equal.right->span) == "\\\"b\\\"");
}

TEST_CASE("lang: names are words that the grammar does not reserve") {
  for (const char* name : {"a", "_", "day", "week", "working", "x1", "lower", "min_of"}) {
    CHECK(lang::is_name(name));
  }
  for (const char* name : {"", "1x", "a b", "a-b", "\xC3\xBC", "count", "from", "as_of", "true"}) {
    CHECK_FALSE(lang::is_name(name));
  }
  for (const std::string& word : lang::reserved_words()) {
    CHECK_FALSE(lang::is_name(word));
    CHECK(parsed("x." + word) == "x." + word);
    CHECK(parsed("some " + word + " in y satisfies z") == "<reserved-word>");
  }
}

}  // namespace remit::test
