#include <chrono>
#include <random>

#include "lang/parse_support.h"
#include "support/catch.h"

namespace remit::test {
namespace {

std::string repeat(std::string_view text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

struct Nest {
  std::string_view open;
  std::string_view middle;
  std::string_view close;
};

// Everything in the grammar that comes back to itself.
const Nest kNests[] = {
    {"(", "a", ")"},
    {"not ", "a", ""},
    {"-(", "1", ")"},
    {"f(", "a", ")"},
    {"[", "1", "]"},
    {"if a then b else ", "c", ""},
    {"if a then ", "c", " else d"},
    {"if ", "c", " then a else b"},
    {"a implies ", "b", ""},
    {"some x in y satisfies ", "a", ""},
    {"every x in y where ", "a", " satisfies b"},
    {"count(x in ", "a", ")"},
    {"sum(", "a", " for x in y)"},
    {"a + (", "b", ")"},
};

}  // namespace

TEST_CASE("lang: a hundred levels of nesting parse, more are an error") {
  for (const Nest& nest : kNests) {
    INFO(nest.open);
    const auto text = [&](int levels) {
      return repeat(nest.open, levels) + std::string(nest.middle) + repeat(nest.close, levels);
    };
    CHECK(parsed(text(100)).substr(0, 1) != "<");
    CHECK(!parsed(text(100)).empty());
    CHECK(parsed(text(101)) == "<nesting-too-deep>");
    CHECK(parsed(text(1500)) == "<nesting-too-deep>");
    CHECK(parsed(repeat(nest.open, 1500)) == "<nesting-too-deep>");
  }
}

TEST_CASE("lang: long chains of operators and members are an error, long lists are not") {
  for (const std::string_view step : {" + 1", " and a", " or a", " * 2", ".a"}) {
    INFO(step);
    CHECK(parsed("a" + repeat(step, 400)).substr(0, 1) != "<");
    CHECK(parsed("a" + repeat(step, 501)) == "<nesting-too-deep>");
    CHECK(parsed("a" + repeat(step, 9000)) == "<nesting-too-deep>");
  }
  CHECK(parsed("x in [1" + repeat(", 1", 20000) + "]").substr(0, 4) == "(in ");
}

TEST_CASE("lang: nested parentheses and huge texts take linear time") {
  const auto start = std::chrono::steady_clock::now();
  CHECK(parsed(repeat("(", 90) + "a" + repeat(")", 90)) == "a");
  CHECK(parsed(repeat("(", 65000)) == "<nesting-too-deep>");
  CHECK(parsed(repeat("a = ", 16000)) == "<syntax>");
  CHECK(parsed(repeat("1 ", 32000)) == "<syntax>");
  CHECK(parsed("\"" + repeat("x", 65000)) == "<unclosed-string>");
  CHECK(parsed(repeat("9", 65000)) == "<number-too-large>");
  CHECK(parsed(repeat("9", 65000) + " days") == "<number-too-large>");
  CHECK(parsed(repeat("1-", 32000)) == "<syntax>");
  CHECK(parsed(repeat("a", 65536)) == repeat("a", 65536));
  CHECK(parsed(repeat("a", 65537)) == "<expression-too-long>");
  CHECK(parsed(repeat("(", 1 << 20)) == "<expression-too-long>");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("lang: damaged expressions give a tree or exactly one diagnostic") {
  const std::string samples[] = {
      "some r in w.registrations where r.x is not missing satisfies r.validity covers 2024-02-29",
      "count(x in w.cases where x.a not in [1, 2.5, \"a\\u00e9\"]) >= 5 or not (a = b)",
      "if x.`Case ID` matches '^a' then d + 10 working days else coalesce(a.b, missing)",
      "first(x.b for x in y, z in x.c where z.d between 1 and 2 by x.e else -3) implies true"};
  const std::string_view pieces[] = {"(",    ")", "\"",    "'",  "`",    "\\",   " not ",
                                     " in ", "1", ".",     ",",  " is ", "\xC3", "\xE2\x80\x9C",
                                     "=",    "-", " for ", "\n", "["};
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const auto below = [&](std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
  };
  for (int round = 0; round < 20000; ++round) {
    std::string text = samples[below(std::size(samples))];
    for (std::size_t changes = 1 + below(4); changes > 0 && !text.empty(); --changes) {
      const std::size_t at = below(text.size());
      const std::size_t kind = below(4);
      if (kind == 0) text.erase(at, 1 + below(8));
      if (kind == 1) text.insert(at, pieces[below(std::size(pieces))]);
      if (kind == 2) text[at] = static_cast<char>(below(256));
      if (kind == 3) text.insert(at, text.substr(below(text.size()), below(20)));
    }
    INFO(text);
    REQUIRE(!parsed(text).empty());
  }
}

}  // namespace remit::test
