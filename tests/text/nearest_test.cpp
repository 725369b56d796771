#include "text/nearest.h"

#include "support/catch.h"

namespace remit::text {
namespace {

struct NearestCase {
  const char* word;
  std::vector<std::string> known;
  const char* expected;  // empty for none
};

TEST_CASE("text: the nearest known word") {
  const NearestCase cases[] = {
      {"severty", {"severity", "source"}, "severity"},
      {"SEVERITY", {"severity"}, "severity"},
      {"tiitle", {"title", "file"}, "title"},
      {"lable", {"label", "table"}, "label"},  // a swap is one edit
      {"teh", {"the"}, "the"},
      {"colour", {"severity", "source"}, ""},
      {"if", {"is", "in"}, "is"},  // the first of equals
      {"x", {"y"}, ""},            // nothing of it is left
      {"", {"a"}, ""},
      {"a", {}, ""},
      {"worker_id", {"worker", "worker_ids", "case_id"}, "worker_ids"},
      {"startedon", {"started_on"}, "started_on"},
  };
  for (const NearestCase& test : cases) {
    INFO(test.word);
    CHECK(nearest(test.word, test.known).value_or("") == test.expected);
  }
}

TEST_CASE("text: a help sentence for an unknown word") {
  CHECK(did_you_mean("titel", {"title"}) == "did you mean `title`?");
  CHECK(did_you_mean("zzz", {"title", "file"}) == "known here: `title`, `file`");
  CHECK(did_you_mean("zzz", {}).empty());
  const std::vector<std::string> many(20, "abcdef");
  const std::string help = did_you_mean("zzz", many);
  CHECK(help.size() == std::string("known here: ").size() + 12 * 8 + 11 * 2 + 5);
  CHECK(help.substr(help.size() - 5) == ", ...");
}

TEST_CASE("text: very long words are compared in no time") {
  CHECK_FALSE(nearest(std::string(100000, 'x'), {std::string(100000, 'y')}));
}

}  // namespace
}  // namespace remit::text
