#include "yaml/mapping.h"

#include <functional>
#include <memory>
#include <string>

#include "support/catch.h"
#include "text/render.h"

namespace remit::yaml {
namespace {

// Reads a document and hands its mapping over; what was wrong, one message a line.
std::string messages(const std::string& content, const std::function<void(Mapping&)>& use) {
  text::Diagnostics diagnostics;
  const auto node = parse(std::make_shared<text::SourceFile>("f", content), diagnostics);
  REQUIRE(node);
  {
    Mapping mapping(*node, "a thing", diagnostics);
    use(mapping);
  }
  std::string text;
  for (const text::Diagnostic& diagnostic : diagnostics.all()) {
    text += diagnostic.message + (diagnostic.help.empty() ? "" : " | " + diagnostic.help) + "\n";
  }
  return text;
}

TEST_CASE("yaml: keys that nobody asked for are errors, each once") {
  CHECK(messages("titel: x\ncolour: y\n",
                 [](Mapping& mapping) {
                   mapping.text("title");
                   mapping.boolean("disabled");
                 }) ==
        "unknown key `titel` in a thing | did you mean `title`?\n"
        "unknown key `colour` in a thing | known here: `title`, `disabled`\n");
}

TEST_CASE("yaml: a key asked for by any reader is known") {
  CHECK(messages("a: x\nb: true\nc: 1\nd: 1.5\ne: no\nf: [x]\ng: {}\nh: 1\n", [](Mapping& mapping) {
          CHECK(mapping.text("a") == "x");
          CHECK(mapping.boolean("b") == true);
          CHECK(mapping.integer("c") == 1);
          CHECK(mapping.number("d") == 1.5);
          CHECK(mapping.word("e", {"yes", "no"}) == 1);
          CHECK(mapping.texts("f") == std::vector<std::string>{"x"});
          CHECK(mapping.optional("g"));
          CHECK(mapping.required("h"));
        }).empty());
}

TEST_CASE("yaml: required keys are reported where they are absent or empty") {
  CHECK(messages("a:\nb: ~\n",
                 [](Mapping& mapping) {
                   CHECK_FALSE(mapping.required("a"));
                   CHECK_FALSE(mapping.required_text("b"));
                   CHECK_FALSE(mapping.required("c"));
                   CHECK_FALSE(mapping.required("c"));
                 }) ==
        "`a` of a thing is empty | add `a: ...`\n"
        "`b` of a thing is empty | add `b: ...`\n"
        "a thing needs the key `c` | add `c: ...`\n");
}

TEST_CASE("yaml: a misspelt required key is one mistake") {
  CHECK(messages("titel: x\n", [](Mapping& mapping) { mapping.required_text("title"); }) ==
        "unknown key `titel` in a thing | did you mean `title`?\n");
}

TEST_CASE("yaml: an explicit empty value is absent") {
  CHECK(messages("a: null\nb:\n", [](Mapping& mapping) {
          CHECK_FALSE(mapping.optional("a"));
          CHECK_FALSE(mapping.integer("b"));
        }).empty());
}

TEST_CASE("yaml: what is no mapping is reported once") {
  CHECK(messages("[1, 2]\n", [](Mapping& mapping) {
          CHECK_FALSE(mapping.required("a"));
          CHECK_FALSE(mapping.text("b"));
        }) == "a thing must be a mapping, found a list | write it as lines of `key: value`\n");
}

struct ScalarCase {
  const char* yaml;
  const char* message;  // empty where the value is right
};

TEST_CASE("yaml: booleans are the words of YAML 1.2") {
  for (const char* word : {"true", "True", "TRUE", "false", "False", "FALSE"}) {
    CHECK(messages(std::string("k: ") + word, [](Mapping& mapping) {
            mapping.boolean("k");
          }).empty());
  }
  for (const char* word : {"yes", "on", "Off", "n", "1", "'true'", "tRUE", "[true]"}) {
    INFO(word);
    const std::string text = messages(std::string("k: ") + word,
                                      [](Mapping& mapping) { CHECK_FALSE(mapping.boolean("k")); });
    CHECK(text.find("`k` of a thing must be `true` or `false`") == 0);
  }
}

TEST_CASE("yaml: whole numbers") {
  const std::pair<const char*, std::int64_t> good[] = {
      {"0", 0}, {"15", 15}, {"-3", -3}, {"+3", 3}, {"010", 10}, {"9223372036854775807", INT64_MAX}};
  for (const auto& [yaml, number] : good) {
    const std::int64_t expected = number;
    CHECK(messages(std::string("k: ") + yaml, [&](Mapping& mapping) {
            CHECK(mapping.integer("k") == expected);
          }).empty());
  }
  for (const char* yaml :
       {"1.5", "0x10", "1e3", "'5'", "five", "9223372036854775808", "+-3", "1 2"}) {
    INFO(yaml);
    CHECK_FALSE(messages(std::string("k: ") + yaml, [](Mapping& mapping) {
                  CHECK_FALSE(mapping.integer("k"));
                }).empty());
  }
}

TEST_CASE("yaml: numbers") {
  const std::pair<const char*, double> good[] = {
      {"0.5", 0.5}, {"15", 15}, {"-3e2", -300}, {"+.5", 0.5}, {"1.", 1}};
  for (const auto& [yaml, number] : good) {
    const double expected = number;
    CHECK(messages(std::string("k: ") + yaml, [&](Mapping& mapping) {
            CHECK(mapping.number("k") == expected);
          }).empty());
  }
  for (const char* yaml : {".inf", ".nan", "inf", "nan", "1,5", "'5'", "1e999", "0x10"}) {
    INFO(yaml);
    CHECK_FALSE(messages(std::string("k: ") + yaml, [](Mapping& mapping) {
                  CHECK_FALSE(mapping.number("k"));
                }).empty());
  }
}

TEST_CASE("yaml: a quoted number is told to lose its quotes") {
  CHECK(messages("k: '5'", [](Mapping& mapping) { mapping.integer("k"); }) ==
        "`k` of a thing must be a whole number, found `5` | write digits only, such as `15`, "
        "without quotes\n");
}

TEST_CASE("yaml: words of a list of words") {
  CHECK(messages("k: majr", [](Mapping& mapping) {
          mapping.word("k", {"major", "minor"});
        }) == "`majr` is not a known `k` of a thing | did you mean `major`?\n");
  CHECK(messages("k: {a: b}", [](Mapping& mapping) { mapping.word("k", {"major"}); }) ==
        "`k` of a thing must be a text, found a mapping | write a single text there\n");
}

TEST_CASE("yaml: lists of texts") {
  CHECK(messages("k: one", [](Mapping& mapping) {
          CHECK(mapping.texts("k") == std::vector<std::string>{"one"});
        }).empty());
  CHECK(
      messages("k: [a, [b], c]", [](Mapping& mapping) {
        CHECK(mapping.texts("k") == std::vector<std::string>{"a", "c"});
      }) == "an item of `k` of a thing must be a text, found a list | write a single text there\n");
}

TEST_CASE("yaml: keys know their place") {
  messages("a: 1\nbc: 2\n", [](Mapping& mapping) {
    mapping.optional("a");
    mapping.optional("bc");
    CHECK(mapping.key_where("bc").span == text::Span{5, 7});
    CHECK(mapping.key_where("zz").span == mapping.where().span);
  });
}

}  // namespace
}  // namespace remit::yaml
