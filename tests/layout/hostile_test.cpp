#include <random>

#include "layout/layout.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

namespace remit {
namespace {

using layout::Outcome;

layout::LaidOut lay_out(const std::string& content) {
  text::Diagnostics diagnostics;
  auto result =
      layout::lay_out(std::make_shared<const text::SourceFile>("file.yaml", content), diagnostics);
  CAPTURE(content);
  INFO(text::render(diagnostics));
  CHECK((result.outcome == Outcome::kLaidOut) != diagnostics.has_errors());
  if (result.outcome == Outcome::kFault) FAIL("would mean something else");
  return result;
}

std::string nested(std::size_t depth, const std::string& open, const std::string& close) {
  std::string text = "a: ";
  for (std::size_t i = 0; i < depth; ++i) text += open;
  text += "x";
  for (std::size_t i = 0; i < depth; ++i) text += close;
  return text + "\n";
}

struct Case {
  std::string input;
  std::string expected;  ///< empty: it is refused
};

TEST_CASE("layout: line ends, marks and blanks of other programs") {
  const std::vector<Case> cases = {
      {"\xEF\xBB\xBF"
       "a:   b\n",
       "a: b\n"},
      {"a:  b\r\nc:\r\n  - |\r\n      text\r\n      more\r\n",
       "a: b\nc:\n  - |\n    text\n    more\n"},
      {"a: b", "a: b\n"},
      {"a:\tb   \n", "a: b\n"},
      {"a: [b,\t c]\t# tab\n", "a: [b, c]  # tab\n"},
      {"\n\n\na: b\n\n\n", "a: b\n"},
      {"# c\n--- # start\na:  b\n", "# c\n---  # start\na: b\n"},
      {"---\n\n\n# c\na:  b\n", "---\n\n# c\na: b\n"},
      {"{ a: b }", "{a: b}\n"},
      {"--- [ a ]", "---\n[a]\n"},
      {"a: \xC3\xA4\xE2\x82\xAC   # \xF0\x9F\x98\x80\n",
       "a: \xC3\xA4\xE2\x82\xAC  # \xF0\x9F\x98\x80\n"},
      {"? a\n: b\n", ""},
      {"%YAML 1.2\n---\na: b\n", ""},
      {"a: b\n...\n", ""},
      {"a: b\n---\nc: d\n", ""},
      {"a: &x b\nc: *x\n", ""},
      {"a: !!str b\n", ""},
      {"a:\n\tb: c\n", ""},
      {"", ""},
      {"\n  \n", ""},
      {"# only\n", ""},
      {"\xEF\xBB\xBF", ""},
      {std::string("a: b\0c\n", 7), ""},
      {"a: \xFF\n", ""},
  };
  for (const Case& one : cases) {
    const layout::LaidOut result = lay_out(one.input);
    CAPTURE(one.input);
    CHECK(result.text == one.expected);
    if (!one.expected.empty()) CHECK(lay_out(result.text).text == result.text);
  }
}

TEST_CASE("layout: scalars at the end of a file keep what their end means") {
  for (const std::string header : {"|", "|-", "|+", ">", ">-", ">+", "|2", "|2-", ">3+"}) {
    for (const std::string body : {"", "\n", "\n   x", "\n   x\n", "\n   x\n\n\n", "\n\n   x\n  \n",
                                   "\n   x\n      y\n     \n", "\n    \n   # x\n", "\n   x  \n",
                                   "\n   x\n ", "\n   x\n\n  "}) {
      for (const std::string next : {"", "# c\n", "b: c\n", "\n\n# c\nb: c\n"}) {
        const bool ends = next.empty() || (!body.empty() && body.back() == '\n');
        const std::string input = "a: " + header + body + (ends ? "" : "\n") + next;
        const layout::LaidOut once = lay_out(input);
        CAPTURE(input);
        if (once.outcome == Outcome::kLaidOut) CHECK(lay_out(once.text).text == once.text);
      }
    }
  }
}

TEST_CASE("layout: long and deep files") {
  const std::string word(100'000, 'x');
  for (const std::string& text :
       {"a: " + word + "\n", "a:   [" + word + ",   " + word + "]\n", "# " + word + "\na: b\n",
        word.substr(0, 900) + ":   b\n", nested(62, "[", "]"), nested(60, "{k:   ", "}"),
        nested(62, "[ b, ", "]")}) {
    const layout::LaidOut once = lay_out(text);
    CHECK(once.outcome == Outcome::kLaidOut);
    CHECK(lay_out(once.text).text == once.text);
  }
  CHECK(lay_out(nested(70, "[", "]")).outcome == Outcome::kRefused);
  const std::string rule = "ruleset: r\nrules:\n  - id: A\n    when: ";
  for (const std::string& expression : {nested(90, "(", ")"), nested(400, "(", ")")}) {
    const layout::LaidOut once = lay_out(rule + expression.substr(3));
    CHECK(once.outcome == Outcome::kLaidOut);
    CHECK(lay_out(once.text).text == once.text);
  }
  std::string chain = rule + "a";
  for (int i = 0; i < 300; ++i) chain += " and   b.c=" + std::to_string(i);
  CHECK(lay_out(lay_out(chain + "\n").text).text == lay_out(chain + "\n").text);
}

/// Changes one to six bytes: puts in what the formats give a meaning, deletes, or copies a stretch.
std::string mutate(std::string text, std::mt19937& random) {
  static const std::string kBytes = "{}[]:,-#'\"`\\|>&*!%@ \n\t\r.=()?+2aZ\x01\xff";
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  for (std::size_t changes = 1 + below(6); changes > 0 && !text.empty(); --changes) {
    const std::size_t at = below(text.size());
    switch (below(4)) {
      case 0:
        text[at] = kBytes[below(kBytes.size())];
        break;
      case 1:
        text.insert(at, 1, kBytes[below(kBytes.size())]);
        break;
      case 2:
        text.erase(at, 1 + below(20));
        break;
      default:
        text.insert(at, text.substr(below(text.size()), 1 + below(40)));
        break;
    }
  }
  return text;
}

TEST_CASE("layout: bytes changed at random are laid out once for all, or refused") {
  const char* given = std::getenv("REMIT_SEED");
  const char* cases = std::getenv("REMIT_CASES");
  const auto seed =
      given ? static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10)) : std::random_device()();
  INFO("REMIT_SEED=" << seed);
  std::mt19937 random(seed);
  std::vector<std::string> originals;
  for (const auto& golden : test::golden_cases("layout")) {
    originals.push_back(golden.section("input"));
  }
  const long count = cases ? std::strtol(cases, nullptr, 10) : 1500;
  for (long i = 0; i < count; ++i) {
    const std::string text =
        mutate(originals[static_cast<std::size_t>(random()) % originals.size()], random);
    const layout::LaidOut once = lay_out(text);
    if (once.outcome != Outcome::kLaidOut) continue;
    CAPTURE(text);
    REQUIRE(lay_out(once.text).text == once.text);
  }
}

}  // namespace
}  // namespace remit
