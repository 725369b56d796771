#include "cases/pack.h"
#include "support/catch.h"

namespace remit::test {
namespace {

const std::string kCases = "cases: some\ntests: []\n";

Pack packs() {
  Pack pack;
  pack.files["rules/a/rules.yaml"] = "ruleset: a\n";
  pack.files["rules/a/other.yaml"] = "ruleset: other\n";
  pack.files["rules/a/tests/one.yaml"] = kCases;
  pack.files["rules/a/tests/more/two.yaml"] = kCases;
  pack.files["rules/a/tests/model.yaml"] = "model: m\n";
  pack.files["rules/a/tests/fixture.yaml"] = "ruleset: fixture\n";
  pack.files["rules/a/tests/notes.txt"] = "no YAML";
  pack.files["rules/b/tests/three.yaml"] = kCases;
  pack.files["rules/c/rules.yaml"] = "ruleset: c\n";
  pack.files["home/rules/b/tests/three.yaml"] = kCases;
  pack.files["loose.yaml"] = kCases;
  return pack;
}

std::string found(const std::vector<std::string>& paths, const std::string& home = "") {
  text::Diagnostics diagnostics;
  std::string text;
  for (const cases::Source& source : cases::find_case_files(paths, home, packs(), diagnostics)) {
    text += source.path + (source.rule_file.empty() ? "" : " of " + source.rule_file) + "\n";
  }
  for (const text::Diagnostic& diagnostic : diagnostics.all()) {
    text += diagnostic.message + " (" + diagnostic.help + ")\n";
  }
  return text;
}

}  // namespace

TEST_CASE("cases: a folder has the cases of its folders `tests`, each once") {
  CHECK(found({"rules"}) ==
        "rules/a/tests/more/two.yaml\nrules/a/tests/one.yaml\nrules/b/tests/three.yaml\n");
  CHECK(found({"rules/a/tests", "rules/a"}) ==
        "rules/a/tests/more/two.yaml\nrules/a/tests/one.yaml\n");
}

TEST_CASE("cases: a file is taken for what it says") {
  CHECK(found({"loose.yaml"}) == "loose.yaml\n");
  CHECK(found({"rules/a/other.yaml"}) ==
        "rules/a/tests/more/two.yaml of rules/a/other.yaml\n"
        "rules/a/tests/one.yaml of rules/a/other.yaml\n");
}

TEST_CASE("cases: a name is a pack of the home folder") {
  CHECK(found({"b"}, "home") == "home/rules/b/tests/three.yaml\n");
  CHECK(found({"bb"}, "home") == "there are no cases at `bb` (did you mean `b`?)\n");
}

TEST_CASE("cases: where there are none it says so") {
  const std::string help =
      "case files lie in a folder `tests` beside the rules and start with `cases: TITLE`";
  CHECK(found({"rules/c"}) == "there are no cases in `rules/c` (" + help + ")\n");
  CHECK(found({"rules/c/rules.yaml"}) ==
        "there are no cases beside `rules/c/rules.yaml` (put them into the folder "
        "`rules/c/tests`)\n");
  CHECK(found({"./nowhere"}) ==
        "there are no cases at `./nowhere` (give the path of a case file, a rule file or a "
        "folder, or the name of a pack)\n");
}

}  // namespace remit::test
