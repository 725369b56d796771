#include "cases/rule_sets.h"

namespace remit::cases {

std::shared_ptr<const rules::RuleSet> RuleSets::get(const std::vector<std::string>& paths,
                                                    const Parameters& parameters,
                                                    text::Diagnostics& diagnostics) {
  const auto [entry, is_new] = loaded_.try_emplace({paths, parameters});
  if (!is_new) return entry->second;
  rules::LoadOptions options;
  options.home = home_;
  options.parameters = parameters;
  text::Diagnostics own;
  if (auto rules = rules::load(paths, options, reader_, own)) {
    entry->second = std::make_shared<rules::RuleSet>(std::move(*rules));
  }
  // Warnings are the same whatever the parameters are.
  for (const text::Diagnostic& diagnostic : own.all()) {
    if (parameters.empty() || diagnostic.severity == text::Severity::kError) {
      diagnostics.add(diagnostic);
    }
  }
  return entry->second;
}

}  // namespace remit::cases
