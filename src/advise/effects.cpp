#include "advise/effects.h"

#include <algorithm>
#include <numeric>

#include "advise/compare.h"
#include "engine/worlds.h"
#include "waivers/apply.h"

namespace remit::advise {
namespace {

using rules::Outcome;
using Rows = std::vector<std::uint32_t>;

void move_to(std::vector<findings::Finding>& from, std::vector<findings::Finding>& to) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

/// What one rule says of the rows that see changes, in their worlds, and of the same rows without
/// the changes.
class SideBySide {
 public:
  SideBySide(const Session& session, std::size_t rule, const data::Dataset& with,
             const Changes& changes, const std::vector<Seen>& seen, const engine::Options& options)
      : rules_(session.rules()), seen_(seen) {
    for (const Seen& each : seen) {
      if (each.row < session.first_rows(rule)) old_.push_back(each.row);
    }
    std::sort(old_.begin(), old_.end());
    old_.erase(std::unique(old_.begin(), old_.end()), old_.end());
    // Without what is in all worlds one more world, which has no row of its own, is the export.
    const bool together = changes.common.empty() && changes.own.table >= 0;
    evaluate_with(rule, with, changes, together, options);
    if (!together && !old_.empty()) {
      without_ = engine::evaluate_worlds(rules_, rule, session.data(), options, old_, nullptr);
    }
    by_world_.resize(changes.worlds);
    for (std::size_t i = 0; i < with_.outcomes.size(); ++i) {
      by_world_[seen_[with_.entries[i]].world].push_back(&with_.outcomes[i]);
    }
    by_row_.resize(old_.size());
    for (std::size_t i = 0; i < without_.outcomes.size(); ++i) {
      by_row_[without_.entries[i]].push_back(&without_.outcomes[i]);
    }
  }

  Effects effects_in(std::uint32_t world) const {
    std::vector<const Outcome*> before;
    const auto begin = std::lower_bound(seen_.begin(), seen_.end(), Seen{world, 0});
    for (auto seen = begin; !without_.outcomes.empty() && seen != seen_.end(); ++seen) {
      if (seen->world != world) break;
      const auto old = std::lower_bound(old_.begin(), old_.end(), seen->row);
      if (old == old_.end() || *old != seen->row) continue;
      const auto& outcomes = by_row_[static_cast<std::size_t>(old - old_.begin())];
      before.insert(before.end(), outcomes.begin(), outcomes.end());
    }
    if (before.empty() && by_world_[world].empty()) return {};
    return compare(rules_, before, by_world_[world]);
  }

 private:
  void evaluate_with(std::size_t rule, const data::Dataset& with, const Changes& changes,
                     bool together, const engine::Options& options) {
    engine::Worlds worlds{changes.own.table, changes.own.first, {}};
    Rows rows;
    for (const Seen& each : seen_) {
      rows.push_back(each.row);
      worlds.of_entry.push_back(each.world);
    }
    if (together) {
      rows.insert(rows.end(), old_.begin(), old_.end());
      worlds.of_entry.resize(rows.size(), changes.worlds);
    }
    with_ = engine::evaluate_worlds(rules_, rule, with, options, rows,
                                    changes.own.table >= 0 ? &worlds : nullptr);
    if (together) part();
  }

  /// Takes those of the last world away from the others.
  void part() {
    engine::RowOutcomes all = std::move(with_);
    with_ = {};
    for (std::size_t i = 0; i < all.outcomes.size(); ++i) {
      const bool is_with = all.entries[i] < seen_.size();
      engine::RowOutcomes& to = is_with ? with_ : without_;
      to.outcomes.push_back(std::move(all.outcomes[i]));
      to.entries.push_back(is_with ? all.entries[i]
                                   : all.entries[i] - static_cast<std::uint32_t>(seen_.size()));
    }
  }

  const rules::RuleSet& rules_;
  const std::vector<Seen>& seen_;
  Rows old_;  ///< those that the export has
  engine::RowOutcomes with_;
  engine::RowOutcomes without_;
  std::vector<std::vector<const Outcome*>> by_world_;
  std::vector<std::vector<const Outcome*>> by_row_;  ///< as old_
};

Effects effects_on_all(const Session& session, std::size_t rule, const data::Dataset& with,
                       const engine::Options& options) {
  const auto& rules = session.rules();
  return compare(rules, engine::evaluate_rows(rules, rule, session.data(), options, nullptr),
                 engine::evaluate_rows(rules, rule, with, options, nullptr));
}

/// Of a rule of kind `unique` rows are evaluated together.
Effects effects_on(const Session& session, std::size_t rule, const data::Dataset& with,
                   const std::vector<Seen>& seen, const engine::Options& options) {
  Rows rows;
  for (const Seen& each : seen) rows.push_back(each.row);
  const auto after = engine::evaluate_rows(session.rules(), rule, with, options, &rows);
  std::erase_if(rows, [&](std::uint32_t row) { return row >= session.first_rows(rule); });
  std::vector<Outcome> before;
  if (!rows.empty()) {
    before = engine::evaluate_rows(session.rules(), rule, session.data(), options, &rows);
  }
  return compare(session.rules(), before, after);
}

}  // namespace

std::vector<Effects> effects_in_worlds(const Session& session, std::size_t rule,
                                       const data::Dataset& with, const Changes& changes,
                                       const std::vector<std::uint32_t>& worlds,
                                       const engine::Options& options) {
  std::vector<Effects> effects(worlds.size());
  const Affected some = affected(session, rule, with, changes, worlds);
  if (some.rows.empty()) return effects;
  const SideBySide both(session, rule, with, changes, some.rows, options);
  for (std::size_t i = 0; i < worlds.size(); ++i) effects[i] = both.effects_in(worlds[i]);
  return effects;
}

Effects effects_of_rule(const Session& session, std::size_t rule, const data::Dataset& with,
                        const Changes& changes, const engine::Options& options) {
  const Affected some = affected(session, rule, with, changes, {0});
  if (some.all) return effects_on_all(session, rule, with, options);
  if (some.rows.empty()) return {};
  if (!has_side_by_side(session, rule, changes)) {
    return effects_on(session, rule, with, some.rows, options);
  }
  return SideBySide(session, rule, with, changes, some.rows, options).effects_in(0);
}

void cover(const Session& session, Effects& effects) {
  for (auto* list :
       {&effects.caused, &effects.waived, &effects.doubted, &effects.brought, &effects.ended}) {
    session.cover(*list);
  }
}

bool counts(const Session& session, const findings::Finding& finding, rules::Severity least) {
  return session.rules().rules[finding.outcome.rule].severity >= least;
}

May verdict_of(const Session& session, const Effects& effects, rules::Severity least) {
  const auto any = [&](const std::vector<findings::Finding>& all) {
    return std::any_of(all.begin(), all.end(), [&](const findings::Finding& finding) {
      return counts(session, finding, least);
    });
  };
  if (any(effects.caused)) return May::kNo;
  return any(effects.doubted) ? May::kCannotTell : May::kYes;
}

void add(Effects more, Effects& effects) {
  move_to(more.caused, effects.caused);
  move_to(more.doubted, effects.doubted);
  move_to(more.brought, effects.brought);
  move_to(more.ended, effects.ended);
}

void finish(const Session& session, value::Date as_of, Effects& effects) {
  const auto& waivers = session.described().waivers;
  if (!waivers.empty() && !effects.caused.empty()) {
    rules::Outcomes outcomes;
    outcomes.tallies.resize(session.rules().rules.size());
    for (const auto& finding : effects.caused) outcomes.outcomes.push_back(finding.outcome);
    const auto applied = waivers::apply(waivers, session.rules(), as_of, outcomes);
    std::vector<findings::Finding> kept;
    for (std::size_t i = 0; i < effects.caused.size(); ++i) {
      findings::Finding finding = std::move(effects.caused[i]);
      const auto waiver = applied.waived.find(i);
      if (waiver != applied.waived.end()) {
        finding.outcome.verdict = rules::Verdict::kWaived;
        finding.waiver = waiver->second;
      }
      (finding.waiver ? effects.waived : kept).push_back(std::move(finding));
    }
    effects.caused = std::move(kept);
  }
  for (auto* list :
       {&effects.caused, &effects.waived, &effects.doubted, &effects.brought, &effects.ended}) {
    put_worst_first(*list, session.rules());
  }
}

Effects effects_of(const Session& session, const data::Dataset& with, const Changes& changes) {
  Effects effects;
  for (std::size_t rule = 0; rule < session.known().size(); ++rule) {
    if (!is_touched(session, rule, changes)) continue;
    add(effects_of_rule(session, rule, with, changes, session.options()), effects);
  }
  finish(session, session.as_of(), effects);
  return effects;
}

}  // namespace remit::advise
