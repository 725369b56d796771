#include "lint/lint.h"

#include <algorithm>
#include <array>
#include <map>

#include "lint/checks/checks.h"
#include "lint/inspection.h"

namespace remit::lint {
namespace {

constexpr std::array kChecks{
    Check{"condition-never-true", "a condition that nothing can meet", check_never_true},
    Check{"condition-never-false",
          "a condition that excludes nothing, a duty that nobody can break", check_never_false},
    Check{"required-missing", "`is missing` asked of a field that the model requires",
          check_required_missing},
    Check{"unused-parameter", "a parameter that no rule uses", check_unused_parameters},
    Check{"unused-set", "a code set that no rule uses", check_unused_sets},
    Check{"unused-definition", "a definition that no rule uses", check_unused_definitions},
    Check{"unused-source", "a source that no rule cites", check_unused_sources},
    Check{"unused-allow", "an `allow` that keeps nothing back", check_unused_allowances},
};

/// By file and place, as the author reads them; the files in their order in the run.
void sort_by_place(std::vector<text::Diagnostic>& all, const rules::RuleSet& rules) {
  std::map<std::string, std::size_t> order;
  for (const rules::RuleFile& file : rules.files) order.emplace(file.path, order.size());
  const auto key = [&](const text::Diagnostic& diagnostic) {
    const auto known =
        diagnostic.where.file ? order.find(diagnostic.where.file->path()) : order.end();
    return std::pair(known == order.end() ? order.size() : known->second,
                     diagnostic.where.span.begin);
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const auto& left, const auto& right) { return key(left) < key(right); });
}

}  // namespace

std::span<const Check> checks() { return kChecks; }

const Check* find_check(std::string_view code) {
  for (const Check& check : kChecks) {
    if (check.code == code) return &check;
  }
  return nullptr;
}

std::string page_of(std::string_view code) { return "docs/checks.md#" + std::string(code); }

void lint(const rules::RuleSet& rules, text::Diagnostics& diagnostics) {
  Allowances allowances;
  text::Diagnostics found;
  for (const Check& check : kChecks) {
    Inspection inspection(rules, check.code, allowances, found);
    check.run(inspection);
  }
  std::vector<text::Diagnostic> all = found.all();
  sort_by_place(all, rules);
  for (text::Diagnostic& diagnostic : all) diagnostics.add(std::move(diagnostic));
}

}  // namespace remit::lint
