#include "cli/rule_list.h"

#include "cases/run.h"
#include "cli/home.h"

namespace remit::cli {
namespace {

/// The cases beside the rules. That there are none is no mistake here.
catalogue::Examples load_examples(const std::vector<std::string>& paths, const std::string& home,
                                  const rules::FileReader& reader, text::Diagnostics& diagnostics) {
  text::Diagnostics none;
  const auto sources = cases::find_case_files(paths, home, reader, none);
  if (sources.empty()) return {};
  cases::RuleSets rule_sets(home, reader);
  return catalogue::examples_of(
      cases::load_chosen(sources, cases::Selection{}, rule_sets, reader, diagnostics));
}

}  // namespace

std::optional<RuleList> load_rule_list(const std::vector<std::string>& paths,
                                       const std::string& home,
                                       const std::map<std::string, std::string>& parameters,
                                       text::Diagnostics& diagnostics) {
  const rules::DiskReader reader;
  const std::vector<std::string> chosen = paths.empty() ? default_packs(home) : paths;
  auto rules = rules::load(chosen, {home, parameters}, reader, diagnostics);
  if (!rules) return std::nullopt;
  auto examples = load_examples(chosen, home, reader, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return RuleList{std::move(*rules), std::move(examples)};
}

}  // namespace remit::cli
