#include <set>

#include "mutation/fingerprint.h"
#include "mutation/mutant.h"
#include "rules/sample_model.h"
#include "support/catch.h"
#include "support/golden.h"
#include "text/render.h"

// A mutant says which change of the rule file makes it. Each is made here, and the file loaded
// anew: the rule that comes out is the mutant.
namespace remit {
namespace {

struct Pack {
  std::string path;
  const rules::FileReader& reader;
  rules::LoadOptions options;
};

/// Reads one file as it is changed, and all others as they are.
class EditedReader : public rules::FileReader {
 public:
  EditedReader(const rules::FileReader& others, const mutation::Edit& edit) : others_(others) {
    path_ = edit.where.file->path();
    content_ = edit.where.file->content();
    content_.replace(edit.where.span.begin, edit.where.span.end - edit.where.span.begin, edit.text);
  }
  std::optional<std::string> read(const std::string& path) const override {
    return path == path_ ? content_ : others_.read(path);
  }
  std::optional<std::vector<std::string>> list(const std::string& folder) const override {
    return others_.list(folder);
  }
  std::string identity(const std::string& path) const override { return others_.identity(path); }

 private:
  const rules::FileReader& others_;
  std::string path_;
  std::string content_;
};

const rules::Rule* find(const rules::RuleSet& rules, const std::string& id) {
  for (const rules::Rule& rule : rules.rules) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

void check_mutant(const mutation::Mutant& mutant, const Pack& pack) {
  INFO(mutant.rule.id << ": " << mutant.id);
  const EditedReader reader(pack.reader, *mutant.edit);
  text::Diagnostics diagnostics;
  const auto edited = rules::load({pack.path}, pack.options, reader, diagnostics);
  INFO(text::render(diagnostics));
  REQUIRE(edited);
  const rules::Rule* rule = find(*edited, mutant.rule.id);
  REQUIRE(rule != nullptr);
  CHECK(mutation::fingerprint(*rule) == mutation::fingerprint(mutant.rule));
}

/// Every mutant of the rules, or one in `every` of a large pack; those of what rules share of one
/// rule alone. Gives how many were compared.
std::size_t check_edits(const Pack& pack, std::size_t every) {
  text::Diagnostics diagnostics;
  const auto rules = rules::load({pack.path}, pack.options, pack.reader, diagnostics);
  INFO(pack.path << text::render(diagnostics));
  REQUIRE(rules);
  std::set<std::string> shared;
  std::size_t seen = 0;
  std::size_t compared = 0;
  for (const rules::Rule& rule : rules->rules) {
    for (const auto& mutant : mutation::mutants_of(rule)) {
      if (!mutant.edit || (!mutant.shared.empty() && !shared.insert(mutant.id).second)) continue;
      if (seen++ % every != 0) continue;
      check_mutant(mutant, pack);
      ++compared;
    }
  }
  return compared;
}

TEST_CASE("mutation: the edit of a mutant makes it") {
  for (const std::string area : {"rules", "mutation"}) {
    for (const auto& golden : test::golden_cases(area)) {
      if (area == "rules" && golden.path.find("valid-") == std::string::npos) continue;
      INFO(golden.path);
      test::MemoryReader reader = test::sample_reader();
      for (const auto& [name, content] : golden.sections) {
        if (name.starts_with("file ")) reader.files[name.substr(5)] = content;
      }
      reader.files["rules.yaml"] = golden.section("rules");
      check_edits({"rules.yaml", reader, {"/home", {}}}, 1);
    }
  }
}

TEST_CASE("mutation: the edit of a mutant of a pack makes it") {
  const std::string home = REMIT_SOURCE_DIR;
  const rules::DiskReader reader;
  const std::string path = home + "/rules/england-children";
  CHECK(check_edits({path, reader, {home, {}}}, 29) > 50);
}

}  // namespace
}  // namespace remit
