#include "engine/reference/judge.h"

#include <algorithm>

#include "engine/reference/interpreter.h"
#include "engine/reference/kinds/kind.h"
#include "engine/reference/kinds/unique.h"
#include "engine/reference/logic.h"
#include "engine/reference/main_tables.h"
#include "engine/reference/subjects.h"

// Decisions where the language page is silent:
// - `on_unknown` decides every unknown that comes of missing data: of `when`, of the own date or
//   `over`, of the test. It does not touch what `then: unknown` or an empty table leaves open.
// - After it, `breach: unknown` turns all violations into unknowns, each with its period.
// - An empty main table that is not stated complete makes no violation: those that hold whatever
//   it lacks stay, and where others would not, there is an unknown, which `on_unknown` does not
//   touch.
// - What `complete` leaves open is not for `on_unknown` to decide either.
// - A subject with any other outcome has no `pass` besides.
// - An unknown run is as an unknown `when`: what is excluded for another reason stays so.
namespace remit::engine::reference {
namespace {

using rules::Verdict;

/// A subject and how far it gets before its kind's own test.
struct Standing {
  Candidate candidate;
  Timing timing;
  Placement placement;
  Truth applicable;      ///< `where` and `when`
  bool lacking = false;  ///< judged with tables that may lack rows
};

Standing standing(const World& world, const rules::Rule& rule, Candidate candidate) {
  Standing result;
  result.timing = timing(world, rule, candidate.frame);
  result.placement = place(world, rule, result.timing);
  const bool own_period = result.timing.periodic && !rule.on;
  const auto date = own_period ? std::optional{world.as_of} : result.timing.date;
  candidate.frame.at(0) = date ? Value{*date} : missing();
  result.applicable =
      conjunction(candidate.where, evaluate_truth(world, rule.when, candidate.frame));
  if (candidate.unknown_run) result.applicable = conjunction(result.applicable, std::nullopt);
  result.candidate = std::move(candidate);
  return result;
}

/// What the steps before the kind's own test decide; nothing where it is for the test to say.
std::optional<Ruling> before_the_test(const Standing& subject) {
  const Placement& placement = subject.placement;
  const bool excluded = placement.position == Position::kExcluded || subject.candidate.future_run;
  if (excluded || subject.applicable == false) {
    return Ruling{Verdict::kNotApplicable, placement.judged, {}, false};
  }
  if (placement.position == Position::kIncomplete) {
    return Ruling{Verdict::kUnknown, placement.incomplete, {}, true};
  }
  if (placement.position == Position::kSuperseded) {
    const auto& period = placement.superseded ? placement.superseded : placement.judged;
    return Ruling{Verdict::kUnknown, period, {}, true};
  }
  if (!subject.applicable || placement.position == Position::kUnknown) {
    return Ruling{Verdict::kUnknown, placement.judged, {}, false};
  }
  return std::nullopt;
}

std::vector<Ruling> rulings_of(const Result& result, const std::optional<Days>& judged) {
  if (result.not_applicable) return {{Verdict::kNotApplicable, judged, {}, false}};
  std::vector<Ruling> rulings;
  for (const Days& days : result.violations) {
    rulings.push_back({Verdict::kViolation, days, {}, false});
  }
  if (result.unknown) rulings.push_back({Verdict::kUnknown, judged, {}, result.final});
  if (result.due) rulings.push_back({Verdict::kDue, {}, result.due, false});
  return rulings;
}

Result test_kind(const World& world, const rules::Rule& rule, const Standing& subject) {
  const Case judged{world,
                    rule,
                    subject.candidate.frame,
                    *subject.placement.judged,
                    subject.placement.over,
                    subject.timing.over};
  return std::visit(
      [&](const auto& kind) -> Result {
        if constexpr (std::is_same_v<std::decay_t<decltype(kind)>, rules::Unique>) {
          return {};
        } else {
          return test(judged, kind);
        }
      },
      rule.kind);
}

/// The kind's test. Of violations that empty tables may have caused, those stay that hold whatever
/// the tables lack.
Result test_with_doubt(const World& world, const rules::Rule& rule, const Standing& subject,
                       const std::set<int>& empty) {
  Result result = test_kind(world, rule, subject);
  if (result.violations.empty() || empty.empty()) return result;
  World wider = world;
  wider.open.insert(empty.begin(), empty.end());
  Result certain = test_kind(wider, rule, subject);
  // Violations that further rows would take away are in doubt too.
  if (certain.violations.empty()) certain.unknown = true;
  certain.final = !result.unknown;
  return certain;
}

/// The tables that may lack rows about the subject's own date.
std::set<int> open_for(const World& world, const rules::Rule& rule, const Candidate& candidate) {
  const Timing when = timing(world, rule, candidate.frame);
  if (when.periodic || !when.date || std::holds_alternative<rules::Unique>(rule.kind)) return {};
  Date first = *when.date;
  const auto* deadline = std::get_if<rules::Deadline>(&rule.kind);
  if (deadline && deadline->counts_from) {
    Frame frame = candidate.frame;
    frame.at(0) = {*when.date};
    first = std::min(first, evaluate_date(world, deadline->counts_from, frame).value_or(first));
  }
  return open_on(world, rule, first);
}

/// `on_unknown`, then `breach`, then what `then: unknown` adds; a pass only where nothing else is.
std::vector<Ruling> settle(const rules::Rule& rule, const Standing& subject,
                           std::vector<Ruling> rulings) {
  for (Ruling& ruling : rulings) {
    if (ruling.verdict == Verdict::kUnknown && !ruling.final && !subject.lacking) {
      if (rule.on_unknown == rules::OnUnknown::kViolation) ruling.verdict = Verdict::kViolation;
      if (rule.on_unknown == rules::OnUnknown::kPass) ruling.verdict = Verdict::kPass;
    }
    if (ruling.verdict == Verdict::kViolation && rule.breach == rules::Breach::kUnknown) {
      ruling.verdict = Verdict::kUnknown;
    }
    ruling.final = true;
  }
  const auto is = [](Verdict verdict) {
    return [verdict](const Ruling& ruling) { return ruling.verdict == verdict; };
  };
  const bool excluded = std::any_of(rulings.begin(), rulings.end(), is(Verdict::kNotApplicable));
  if (!excluded && subject.placement.incomplete) {
    rulings.push_back({Verdict::kUnknown, subject.placement.incomplete, {}, true});
  }
  if (!excluded && subject.placement.superseded) {
    rulings.push_back({Verdict::kUnknown, subject.placement.superseded, {}, true});
  }
  std::vector<Ruling> kept;
  for (const Ruling& ruling : rulings) {
    const bool seen = std::find(kept.begin(), kept.end(), ruling) != kept.end();
    if (!seen && ruling.verdict != Verdict::kPass) kept.push_back(ruling);
  }
  if (kept.empty()) kept.push_back({Verdict::kPass, subject.placement.judged, {}, true});
  return kept;
}

/// Whether a subject of `unique` counts against others: see unique.cpp.
bool is_rival(const World& world, const Standing& subject) {
  const auto& date = subject.timing.date;
  return subject.applicable == true && !subject.candidate.future_run && date &&
         *date <= world.as_of;
}

std::vector<std::vector<Ruling>> judge_unique(const World& world, const rules::Unique& rule,
                                              const std::vector<Standing>& subjects) {
  std::vector<Rival> rivals;
  for (const Standing& each : subjects) {
    if (!is_rival(world, each)) continue;
    rivals.push_back({&each.candidate, each.candidate.frame, each.placement});
  }
  const std::vector<Clash> found = clashes(world, rule, rivals);
  std::vector<std::vector<Ruling>> rulings(subjects.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    if (!is_rival(world, subjects[i])) continue;
    const Clash& clash = found[next++];
    Result result;
    result.unknown = clash.unknown;
    if (clash.violation) result.violations.push_back(*clash.violation);
    rulings[i] = rulings_of(result, subjects[i].placement.judged);
  }
  return rulings;
}

/// A line of a table of reserved tasks is about those tasks, and about what may be one of them.
bool is_about(const World& world, const rules::Rule& rule, const Standing& subject) {
  const auto* reserve = std::get_if<rules::Reserve>(&rule.kind);
  if (!reserve) return true;
  const Value task = evaluate(world, *reserve->task, subject.candidate.frame);
  return task.is_missing() || std::find(reserve->tasks.begin(), reserve->tasks.end(),
                                        task.as<std::string>()) != reserve->tasks.end();
}

}  // namespace

std::vector<Judged> judge(const World& world, const rules::Rule& rule) {
  std::vector<Standing> subjects;
  std::vector<World> worlds;
  for (Candidate& candidate : candidates(world, rule)) {
    World own = world;
    own.open = open_for(world, rule, candidate);
    Standing subject = standing(own, rule, std::move(candidate));
    subject.lacking = !own.open.empty();
    if (!is_about(own, rule, subject)) continue;
    subjects.push_back(std::move(subject));
    worlds.push_back(own);
  }
  std::vector<std::vector<Ruling>> of_unique(subjects.size());
  const auto* unique = std::get_if<rules::Unique>(&rule.kind);
  if (unique) of_unique = judge_unique(world, *unique, subjects);
  const std::set<int> empty = unstated(world, empty_among(world, main_tables(world, rule)));

  std::vector<Judged> judged;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    const Standing& subject = subjects[i];
    std::vector<Ruling> rulings;
    if (const auto early = before_the_test(subject)) {
      rulings.push_back(*early);
    } else if (unique) {
      rulings = of_unique[i];
    } else {
      rulings =
          rulings_of(test_with_doubt(worlds[i], rule, subject, empty), subject.placement.judged);
    }
    judged.push_back({subject.candidate.subject, settle(rule, subject, std::move(rulings))});
  }
  return judged;
}

}  // namespace remit::engine::reference
