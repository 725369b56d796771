#include "rules/kinds/kinds.h"

#include <memory>
#include <vector>

#include <fmt/format.h>

namespace remit::rules {
namespace {

constexpr const char* kPhasesExample =
    "`phases: [{until: 6 weeks, every: 7 days}, {every: 1 month}]`";

using PhaseKeys = std::vector<std::unique_ptr<yaml::Mapping>>;

/// How long a phase serves. `since` has no meaning there: it is the start of one wait.
void read_end(RuleDraft& draft, yaml::Mapping& keys, Phase& phase) {
  text::Diagnostics& diagnostics = draft.diagnostics();
  Expressions& expressions = draft.expressions();
  phase.until = optional_duration_or_date(keys, "until", expressions, diagnostics);
  phase.times = optional_expression(keys, "times", value::Kind::kInteger, expressions, diagnostics);
  check_at_least(phase.until, "until", keys.key_where("until"), 1, diagnostics);
  check_at_least(phase.times, "times", keys.key_where("times"), 1, diagnostics);
}

/// The interval of a phase, which may depend on `since`.
void read_interval(RuleDraft& draft, yaml::Mapping& keys, Phase& phase) {
  text::Diagnostics& diagnostics = draft.diagnostics();
  Expressions& expressions = draft.expressions();
  if (const yaml::Node* every = keys.required("every")) {
    phase.every = expressions.typed(*every, value::type(value::Kind::kDuration), "`every`");
    check_at_least(phase.every, "every", every->where, 1, diagnostics);
  }
  phase.tolerance =
      optional_expression(keys, "tolerance", value::Kind::kDuration, expressions, diagnostics);
  check_at_least(phase.tolerance, "tolerance", keys.key_where("tolerance"), 0, diagnostics);
}

/// Each phase but the last says how long it serves; the last serves from there on.
void check_end(const Phase& phase, bool last, const text::Location& where,
               text::Diagnostics& diagnostics) {
  if (phase.until && phase.times) {
    diagnostics.error("phase-end", where, "this phase has both `until` and `times`",
                      "say in one way how long it serves");
  } else if (last && (phase.until || phase.times)) {
    diagnostics.error("phase-end", where, "the last phase ends, and none follows",
                      "leave out `until` and `times` here, or add a phase for what comes then");
  } else if (!last && !phase.until && !phase.times) {
    diagnostics.error("phase-end", where, "this phase never ends, but another one follows",
                      "say how long it serves, with `until` or with `times`");
  }
}

/// The items of `phases`; empty, with an error, where there are none.
std::vector<yaml::Node> phase_items(RuleDraft& draft, const yaml::Node& node) {
  if (node.kind == yaml::NodeKind::kSequence && !node.items.empty()) return node.items;
  draft.diagnostics().error("expected-list", node.where, "`phases` is not a list of phases",
                            fmt::format("write {}", kPhasesExample));
  return {};
}

/// All ends first, then, with `since` bound, all intervals.
std::vector<Phase> read_phases(RuleDraft& draft, const std::vector<yaml::Node>& items,
                               Frequency& frequency) {
  PhaseKeys keys;
  std::vector<Phase> phases(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    keys.push_back(std::make_unique<yaml::Mapping>(items[i], "a phase", draft.diagnostics()));
    read_end(draft, *keys[i], phases[i]);
  }
  frequency.since = draft.expressions().bind_word("since", value::Kind::kDate, draft.id_where);
  for (std::size_t i = 0; i < items.size(); ++i) {
    read_interval(draft, *keys[i], phases[i]);
    keys[i]->finish();
    if (items[i].kind != yaml::NodeKind::kMapping) continue;
    check_end(phases[i], i + 1 == items.size(), items[i].where, draft.diagnostics());
  }
  return phases;
}

/// `every`, or `phases`: exactly one of them.
void read_intervals(RuleDraft& draft, Frequency& frequency) {
  const yaml::Node* phases = draft.keys().optional("phases");
  const auto items = phases ? phase_items(draft, *phases) : std::vector<yaml::Node>{};
  frequency.phases = read_phases(draft, items, frequency);
  const NodePtr every = draft.optional("every", value::Kind::kDuration);
  draft.at_least(every, "every", 1);
  if (phases && every) {
    draft.error("every-and-phases", "phases", "`every` and `phases` both say how often",
                "keep one of them");
  } else if (!phases && !every) {
    draft.missing_one_of({"every", "phases"}, "this rule does not say how often",
                         fmt::format("give `every: 6 weeks`, or {}", kPhasesExample));
  }
  if (!phases) frequency.phases = {Phase{nullptr, nullptr, every ? every : error_node(), nullptr}};
}

void read_pause(RuleDraft& draft, Frequency& frequency) {
  frequency.pause = draft.optional_elements("pause", {});
  frequency.restart = draft.keys().word("resume", {"restart"}).has_value();
  if (frequency.restart && frequency.pause.empty()) {
    draft.error("resume-without-pause", "resume", "`resume` says nothing without a `pause`",
                "say what pauses the clock, or leave `resume` out");
  }
}

}  // namespace

void read_frequency(RuleDraft& draft, std::vector<Rule>& rules) {
  Frequency frequency;
  frequency.over = draft.required("over", value::Kind::kPeriod);
  frequency.event = draft.required_elements("event", {value::Kind::kDate});
  frequency.first_within = draft.optional("first_within", value::Kind::kDuration);
  draft.at_least(frequency.first_within, "first_within", 0);
  read_pause(draft, frequency);

  lang::Scope& scope = draft.expressions().scope();
  const std::size_t visible = scope.visible();
  read_intervals(draft, frequency);
  frequency.tolerance = draft.optional("tolerance", value::Kind::kDuration);
  draft.at_least(frequency.tolerance, "tolerance", 0);
  scope.hide_to(visible);

  frequency.clock_restart =
      draft.particulars.effective && draft.particulars.effective->clock_restart;
  rules.front().kind = std::move(frequency);
}

}  // namespace remit::rules
