#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "support/catch.h"
#include "text/render.h"
#include "yaml/node.h"

namespace remit::yaml {
namespace {

std::optional<Node> read(const std::string& content) {
  text::Diagnostics diagnostics;
  return parse(std::make_shared<text::SourceFile>("f.yaml", content), diagnostics);
}

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Each byte stands where it says it does; an escape is a backslash or the first of two quotes.
void check_offsets(const Node& scalar) {
  const text::Excerpt excerpt = yaml::excerpt(scalar);
  const std::string& content = excerpt.file->content();
  INFO(content);
  REQUIRE(excerpt.text == scalar.scalar);
  REQUIRE(excerpt.offsets.size() == excerpt.text.size() + 1);
  if (std::all_of(excerpt.text.begin(), excerpt.text.end(), is_white)) return;
  for (std::size_t i = 0; i < excerpt.text.size(); ++i) {
    INFO("byte " << i << " of " << excerpt.text << " at " << excerpt.offsets[i]);
    REQUIRE(excerpt.offsets[i] <= excerpt.offsets[i + 1]);
    REQUIRE(excerpt.offsets[i] < content.size());
    const char there = content[excerpt.offsets[i]];
    if (there == '\\' && content[scalar.where.span.begin] == '"') continue;
    if (is_white(excerpt.text[i])) {
      REQUIRE(is_white(there));
    } else {
      REQUIRE(there == excerpt.text[i]);
    }
  }
  REQUIRE(excerpt.offsets.back() <= scalar.where.span.end);
}

void check_all(const Node& node) {
  if (node.kind == NodeKind::kScalar) check_offsets(node);
  for (const Node& item : node.items) check_all(item);
  for (const Entry& entry : node.entries) check_all(entry.value);
}

struct StyleCase {
  const char* yaml;
  const char* text;
  const char* word;   // a word of the text ...
  const char* slice;  // ... and what its span covers in the file
};

TEST_CASE("yaml: words inside of scalars of every style are found in the file") {
  const StyleCase cases[] = {
      {"k: a.role = x\n", "a.role = x", "role", "role"},
      {"k: a.role\n   = x  # why\n", "a.role = x", "x", "x"},
      {"k: a\n\n\n  b\n", "a\n\nb", "b", "b"},
      {"k: 'it''s so'\n", "it's so", "so", "so"},
      {"k: 'it''s so'\n", "it's so", "it's", "it''s"},
      {"k: \"say \\\"no\\\" twice\"\n", "say \"no\" twice", "twice", "twice"},
      {"k: \"say \\\"no\\\" twice\"\n", "say \"no\" twice", "\"no\"", "\\\"no\\\""},
      {"k: \"caf\\u00e9 au lait\"\n", "caf\xC3\xA9 au lait", "caf\xC3\xA9", "caf\\u00e9"},
      {"k: \"a\n  b\n\n  c\"\n", "a b\nc", "c", "c"},
      {"k: \"one\\\n  two\"\n", "onetwo", "two", "two"},
      {"k: |\n  a and\n    b\n  c\n", "a and\n  b\nc\n", "b", "b"},
      {"k: |-\n  a\n\n  b\n", "a\n\nb", "b", "b"},
      {"k: >\n  a and\n  b\n", "a and b\n", "b", "b"},
      {"k: >-\n  a\n\n  b\n    c\n  d\n", "a\nb\n  c\nd", "d", "d"},
      {"k: |2\n    a\n  b\n", "  a\nb\n", "a", "a"},
      {"k: |  # why\n  a\n", "a\n", "a", "a"},
      {"k:\r\n  a\r\n  b\r\n", "a b", "b", "b"},
      {"k: |\r\n  a\r\n  b\r\n", "a\nb\n", "b", "b"},
      {"k: >\r\n  a\r\n  b\r\n", "a b\n", "b", "b"},
      {"- [x, d\xC3\xA9j\xC3\xA0 vu]\n", "d\xC3\xA9j\xC3\xA0 vu", "vu", "vu"},
  };
  for (const StyleCase& test : cases) {
    INFO(test.yaml);
    const auto node = read(test.yaml);
    REQUIRE(node);
    const Node& value =
        node->kind == NodeKind::kMapping ? node->entries[0].value : node->items[0].items[1];
    check_offsets(value);
    CHECK(value.scalar == test.text);
    const text::Excerpt excerpt = yaml::excerpt(value);
    const std::size_t at = excerpt.text.find(test.word);
    REQUIRE(at != std::string::npos);
    const text::Span span = excerpt.span(at, at + std::string(test.word).size());
    CHECK(excerpt.file->slice(span) == test.slice);
  }
}

TEST_CASE("yaml: an excerpt of what is no scalar is empty") {
  const auto node = read("a: [1]\n");
  REQUIRE(node);
  const text::Excerpt excerpt = yaml::excerpt(*node);
  CHECK(excerpt.text.empty());
  CHECK(excerpt.offsets.size() == 1);
}

// Random scalars of every style, put together from what is special in them.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::string document() {
    std::string text = pick({"k: ", "k:\n  ", "- k: ", "k:   ", "a: 1\nk: "});
    text +=
        pick({"|\n", ">\n", "|-\n", ">-\n", "|+\n", ">+\n", "|2\n", "'", "\"", "x", "", "", "'"});
    const char style = text.back();
    for (int count = pick_number(12); count > 0; --count) text += piece(style);
    if (style == '\'' || style == '"') text += style;
    return text + pick({"\n", "", "\nz: 1\n", " # why\n", "\r\n"});
  }

 private:
  int pick_number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  std::string pick(const std::vector<std::string>& from) {
    return from[static_cast<std::size_t>(pick_number(static_cast<int>(from.size())))];
  }

  std::string piece(char style) {
    if (style == '"' && pick_number(3) == 0) {
      return pick({"\\\"", "\\n", "\\t", "\\x41", "\\u00e9", "\\\\", "\\ ", "\\\n    ", "\\/",
                   "\\\n\n  ", "\\U0001F600", "\\\r\n  "});
    }
    if (style == '\'' && pick_number(4) == 0) return "''";
    return pick({"a", "b c", " ", "  ", "\n    ", "\n\n    ", "\n      ", "\n  ", "d\xC3\xA9", ".",
                 "\t", "\r\n    ", "\xE2\x82\xAC", "= x", "\n", "and", " \n     "});
  }

  std::mt19937 random_;
};

TEST_CASE("yaml: random scalars of every style stand where they say") {
  Generator generator(20260930);
  int read_well = 0;
  for (int i = 0; i < 50000; ++i) {
    const auto node = read(generator.document());
    if (!node) continue;
    ++read_well;
    check_all(*node);
  }
  CHECK(read_well > 15000);
}

}  // namespace
}  // namespace remit::yaml
