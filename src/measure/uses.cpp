#include "measure/uses.h"

#include <fmt/format.h>

#include "engine/account.h"

namespace remit::measure {
namespace {

using engine::WaitStep;
using value::Period;

std::string phase_key(std::size_t phase) { return fmt::format("phase {}", phase + 1); }

/// The key of the tolerance that a wait of a phase has.
std::string tolerance_key(const rules::Frequency& kind, std::size_t phase) {
  return kind.phases[phase].tolerance ? phase_key(phase) + " tolerance" : "tolerance";
}

// One overload a kind that has something to come to.
class Lister {
 public:
  explicit Lister(const rules::Rule& rule) : file_(rule.environment->file) {}

  void operator()(const rules::Cover& kind) { add("grace", kind.grace, "no gap is within it"); }
  void operator()(const rules::Frequency& kind) {
    for (std::size_t p = 0; p < kind.phases.size(); ++p) {
      const rules::Phase& phase = kind.phases[p];
      if (kind.phases.size() > 1) add(phase_key(p), phase.every, "no wait is judged by it");
      add(phase_key(p) + " tolerance", phase.tolerance, "no wait ends within it");
    }
    add("first_within", kind.first_within, "no first wait is judged by it");
    add("tolerance", kind.tolerance, "no wait ends within it");
    if (!kind.pause.empty()) {
      uses.push_back(
          {"pause", {file_, kind.pause.front().comprehension.span}, "no wait meets one"});
    }
  }
  template <typename Other>
  void operator()(const Other&) {}

  std::vector<Use> uses;

 private:
  void add(const std::string& key, const rules::NodePtr& node, const std::string& otherwise) {
    if (node != nullptr) uses.push_back({key, {file_, node->span}, otherwise});
  }

  std::shared_ptr<const text::SourceFile> file_;
};

bool meets_pause(const WaitStep& wait) {
  return wait.end == WaitStep::End::kPause || wait.suspended || !wait.paused.empty();
}

/// Whether an event came after the interval and in time all the same, and no pause is why.
bool takes_tolerance(const WaitStep& wait) {
  const bool ended = wait.end == WaitStep::End::kEvent && wait.ended && wait.after_interval;
  return ended && wait.paused.empty() && !wait.late && *wait.after_interval < *wait.ended;
}

/// What the judgement of one subject comes to.
struct Judgement {
  const rules::Rule& rule;
  std::set<std::string>& keys;

  void operator()(const engine::FrequencyFacts& facts) const {
    const auto& kind = std::get<rules::Frequency>(rule.kind);
    for (const WaitStep& wait : facts.strict.waits) {
      if (meets_pause(wait)) keys.insert("pause");
      if (!wait.phase || !wait.due) continue;
      keys.insert(wait.first_within ? "first_within" : phase_key(*wait.phase));
      if (takes_tolerance(wait)) keys.insert(tolerance_key(kind, *wait.phase));
    }
  }
  void operator()(const engine::CoverFacts& facts) const {
    for (const Period& gap : facts.strict.uncovered) {
      const bool within = facts.grace && gap.to.days - gap.from.days <= facts.grace->count;
      if (within) keys.insert("grace");
    }
  }
  template <typename Other>
  void operator()(const Other&) const {}
};

}  // namespace

std::vector<Use> uses_of(const rules::Rule& rule) {
  Lister lister(rule);
  std::visit(lister, rule.kind);
  return std::move(lister.uses);
}

std::set<std::string> uses_seen(const Trial& trial, const rules::RuleSet& rules,
                                const std::vector<rules::Outcome>& outcomes) {
  std::set<std::string> subjects;
  for (const rules::Outcome& outcome : outcomes) subjects.insert(outcome.subject.key);
  const engine::Options options = cases::options_of(trial.test);
  std::set<std::string> keys;
  for (const std::string& subject : subjects) {
    const auto accounts =
        engine::account(rules, 0, *trial.data, options.as_of, options.complete, subject);
    for (const engine::Account& account : accounts.accounts) {
      std::visit(Judgement{*trial.rule, keys}, account.facts);
    }
  }
  return keys;
}

}  // namespace remit::measure
