#include "cases/pack.h"

#include "support/golden.h"

namespace remit::test {

std::optional<std::string> Pack::read(const std::string& path) const {
  const auto found = files.find(identity(path));
  return found == files.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::vector<std::string>> Pack::list(const std::string& folder) const {
  std::vector<std::string> inside;
  for (const auto& [path, content] : files) {
    if (path.starts_with(identity(folder) + "/")) inside.push_back(path);
  }
  return inside.empty() ? std::nullopt : std::optional(inside);
}

Pack small_pack(const std::string& rules, const std::string& cases) {
  const std::string golden = std::string(REMIT_SOURCE_DIR) + "/tests/golden/cases/";
  Pack pack;
  pack.files["pack/model.yaml"] = read_file(golden + "model.yaml");
  pack.files["pack/rules.yaml"] = rules.empty() ? read_file(golden + "rules.yaml") : rules;
  pack.files["pack/tests/cases.yaml"] = cases;
  return pack;
}

cases::Run run_pack(const Pack& pack, const cases::Selection& selection,
                    text::Diagnostics& diagnostics) {
  cases::RuleSets rule_sets("", pack);
  const auto sources = cases::find_case_files({"pack"}, "", pack, diagnostics);
  return cases::run(cases::load_chosen(sources, selection, rule_sets, pack, diagnostics), nullptr);
}

}  // namespace remit::test
