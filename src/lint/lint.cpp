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
    Check{"interval-never-met",
          "a bound that comes out wrong, a phase never reached, an empty period", check_intervals},
    Check{"message-hole-missing", "a hole of a message that is missing in every message",
          check_message_holes},
    Check{"event-date-may-be-missing", "events by a date that may be empty, which is doubt",
          check_event_dates},
    Check{"own-date-may-be-missing", "a rule about a date that may be empty, which is unknown",
          check_own_dates},
    Check{"require-does-not-wait", "`require` of something in time, broken before the time is up",
          check_too_early},
    Check{"coalesce-hides-unknown", "`coalesce` that takes doubt for absence", check_coalesce},
    Check{"rows-multiplied", "a count or a sum in which rows come again and again",
          check_multiplied_rows},
    Check{"unused-name", "a name of `for` that the rule asks nothing of", check_unused_names},
    Check{"duplicate-rule", "two rules that ask the same", check_duplicates},
    Check{"editions-overlap", "editions of one duty in force at once", check_edition_overlaps},
    Check{"editions-gap", "days between editions of one duty on which it is not judged",
          check_edition_gaps},
    Check{"parameter-not-in-force", "days on which a dated parameter has no value", check_series},
    Check{"calendar-too-short", "working days outside of the calendar", check_calendars},
    Check{"override-conflict", "two files that override the same in different ways",
          check_override_conflicts},
    Check{"override-without-effect", "an override that changes nothing", check_idle_overrides},
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
