#include "cases/init/draft.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cases/init/bounds.h"
#include "cases/init/search.h"
#include "cases/init/write.h"
#include "cases/judge.h"
#include "cases/load.h"
#include "engine/standing.h"
#include "findings/verdict.h"

namespace remit::cases::init {
namespace {

/// Where a rule has no dates of its own.
constexpr value::Date kUsualDay{20484};  ///< 2026-01-31
constexpr std::int32_t kDaysAfterStart = 730;
constexpr std::int32_t kDaysAfterEnd = 60;

/// Whether the rule is about days of its own, not about the as-of date.
bool has_own_days(const rules::Rule& rule) {
  if (engine::over_of(rule)) return true;
  const rules::NodePtr date = engine::own_date_of(rule);
  return date && !std::holds_alternative<lang::typed::AsOfDate>(date->kind);
}

/// A day on which the rule has been in force for a while, and if it can be, is no longer.
value::Date day_for(const rules::Rule& rule) {
  const rules::Effective& effective = rule.effective;
  if (effective.to) {
    return has_own_days(rule) ? value::Date{effective.to->days + kDaysAfterEnd} : *effective.to;
  }
  if (!effective.from) return kUsualDay;
  return std::max(kUsualDay, value::Date{effective.from->days + kDaysAfterStart});
}

bool has(const std::vector<Expectation>& lines, rules::Verdict verdict) {
  return std::any_of(lines.begin(), lines.end(), [&](const Expectation& line) {
    return std::any_of(line.findings.begin(), line.findings.end(),
                       [&](const ExpectedFinding& finding) { return finding.verdict == verdict; });
  });
}

/// Makes the worlds of one rule.
class Drafter {
 public:
  Drafter(const rules::RuleSet& rules, const rules::Rule& rule)
      : rules_(rules),
        rule_(rule),
        worlds_(rule, *rules.model, day_for(rule)),
        oracle_(rules, rule, worlds_.as_of()) {}

  /// False where no world was found that says anything.
  bool make() {
    Found found = search(worlds_, oracle_);
    if (!found.holds && !found.broken) return false;
    Tables base = found.holds ? *found.holds : *found.broken;
    shrink(worlds_, oracle_, base);
    add(found.holds ? "the rule holds" : "the rule is broken", base);
    for (Side& side : find_bounds(worlds_, *rules_.model, oracle_, base)) {
      add(side.name, std::move(side.tables));
    }
    if (found.holds && found.broken && !any(oracle_.breach())) {
      shrink(worlds_, oracle_, *found.broken);
      add("the rule is broken", std::move(*found.broken));
    }
    return true;
  }

  std::string text() const {
    return write_cases(fmt::format("{}: {}", rule_.id, rule_.title), worlds_.as_of(), *rules_.model,
                       written_);
  }

  std::vector<std::string> not_found() const {
    std::vector<std::string> words;
    if (!any(rules::Verdict::kPass) && !any(rules::Verdict::kDue)) {
      words.emplace_back("one that passes");
    }
    if (!any(oracle_.breach()))
      words.push_back(fmt::format("one that is `{}`", findings::word(oracle_.breach())));
    return words;
  }

 private:
  bool any(rules::Verdict verdict) const {
    return std::any_of(written_.begin(), written_.end(),
                       [&](const Written& world) { return has(world.expectations, verdict); });
  }

  /// A world without subjects says nothing.
  void add(std::string name, Tables tables) {
    auto expectations = oracle_.expectations(tables);
    if (expectations.empty()) return;
    written_.push_back({std::move(name), std::move(tables), std::move(expectations)});
  }

  const rules::RuleSet& rules_;
  const rules::Rule& rule_;
  Worlds worlds_;
  Oracle oracle_;
  std::vector<Written> written_;
};

/// Reads the text as the file that it is to become, and runs it.
bool passes(const std::string& text, const rules::Rule& rule, const std::string& home,
            const rules::FileReader& reader, text::Diagnostics& diagnostics) {
  const std::filesystem::path folder =
      std::filesystem::path(rule.where.file->path()).parent_path() / "tests" / "init.yaml";
  RuleSets rule_sets(home, reader);
  const auto file =
      load(std::make_shared<text::SourceFile>(folder.string(), text), rule_sets, diagnostics);
  if (!file) return false;
  const auto rules = rule_sets.get(file->rules, {}, diagnostics);
  return std::all_of(file->cases.begin(), file->cases.end(), [&](const Case& test) {
    const data::Dataset data = make_dataset(test, rules->model, file->path);
    return judge(test, *rules, data).status == Status::kPassed;
  });
}

}  // namespace

std::optional<Draft> draft_cases(const rules::RuleSet& rules, const std::string& id,
                                 const std::string& home, const rules::FileReader& reader,
                                 text::Diagnostics& diagnostics) {
  const auto rule = std::find_if(rules.rules.begin(), rules.rules.end(),
                                 [&](const rules::Rule& other) { return other.id == id; });
  Drafter drafter(rules, *rule);
  if (!drafter.make()) {
    diagnostics.error("no-world", rule->where,
                      fmt::format("found no small world that the rule `{}` says anything of", id),
                      "write its cases by hand: docs/testing.md shows how");
    return std::nullopt;
  }
  Draft draft{drafter.text(), drafter.not_found()};
  if (passes(draft.text, *rule, home, reader, diagnostics)) return draft;
  diagnostics.error("draft-fails", rule->where,
                    fmt::format("the cases that were made for `{}` do not pass", id),
                    "write its cases by hand, and please report the rule");
  return std::nullopt;
}

}  // namespace remit::cases::init
