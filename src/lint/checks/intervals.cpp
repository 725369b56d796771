#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "lint/expressions.h"
#include "lint/truth/facts.h"

// Bounds that come out wrong whatever the data: what is written out wrong is an error already, here
// are arithmetic and the values of parameters.
namespace remit::lint {
namespace {

namespace typed = lang::typed;
using typed::NodePtr;

constexpr const char* kHelp = "correct the bound, or the value of the parameter that it rests on";

class Intervals {
 public:
  Intervals(Inspection& inspection, const rules::Rule& rule)
      : inspection_(inspection), rule_(rule), facts_(*rule.environment) {}

  void operator()(const rules::Require&) {}
  void operator()(const rules::Reserve&) {}
  void operator()(const rules::Unique&) {}
  void operator()(const rules::Cover& kind) { at_least("grace", kind.grace, 0); }
  void operator()(const rules::Frequency& kind) {
    at_least("first_within", kind.first_within, 0);
    at_least("tolerance", kind.tolerance, 0);
    for (const rules::Phase& phase : kind.phases) {
      at_least("every", phase.every, 1);
      at_least("times", phase.times, 1);
      at_least("tolerance", phase.tolerance, 0);
    }
    check_phases(kind.phases);
  }
  void operator()(const rules::Limit& kind) {
    at_least("at_most", kind.at_most, 0);
    at_least("per", kind.per_duration, 1);
    if (!kind.at_least || !kind.at_most) return;
    const Domain least = facts_.domain(kind.at_least);
    const Domain most = facts_.domain(kind.at_most);
    if (!least.can_be_present || !most.can_be_present || least.low <= most.high) return;
    warn(kind.at_least,
         fmt::format("at least {} and at most {} cannot both hold",
                     describe(least, kind.at_least->type), describe(most, kind.at_most->type)));
  }
  void operator()(const rules::Deadline& kind) {
    if (kind.within && kind.within->type.kind == value::Kind::kDuration) {
      at_least("within", kind.within, 0);
    }
    at_least("times", kind.times, 1);
  }

 private:
  void warn(const NodePtr& node, std::string message) {
    inspection_.warn(rule_, place(rule_, node), std::move(message), kHelp);
  }

  /// Reports a bound that is always less than it can be.
  void at_least(std::string_view key, const NodePtr& node, double least) {
    if (!node || !is_ordered(node->type)) return;
    const Domain domain = facts_.domain(node);
    if (!domain.can_be_present || domain.high >= least) return;
    warn(node,
         fmt::format("`{}` is {}, and no rule can mean that", key, describe(domain, node->type)));
  }

  /// Phases in one unit that end no later than the one before are never reached.
  void check_phases(const std::vector<rules::Phase>& phases) {
    const rules::Phase* before = nullptr;
    for (const rules::Phase& phase : phases) {
      if (!phase.until || !is_ordered(phase.until->type)) continue;
      if (before && before->until->type == phase.until->type) {
        const Domain first = facts_.domain(before->until);
        const Domain second = facts_.domain(phase.until);
        if (second.can_be_present && second.high <= first.low) {
          warn(phase.until, "this phase ends no later than the one before, and is never reached");
        }
      }
      before = &phase;
    }
  }

  Inspection& inspection_;
  const rules::Rule& rule_;
  Facts facts_;
};

/// `period(a, b)` of two dates that are written out the wrong way round.
class EmptyPeriods : public lang::TreeVisitor {
 public:
  explicit EmptyPeriods(const lang::Environment& environment) : facts_(environment) {}

  void node(const typed::Node& node) override {
    const auto* call = std::get_if<typed::BuiltinCall>(&node.kind);
    if (!call || call->function != lang::Builtin::kPeriod || call->arguments.size() != 2) return;
    const auto from = facts_.domain(call->arguments[0]).single();
    const auto to = facts_.domain(call->arguments[1]).single();
    if (from && to && *to <= *from) found.push_back(node.span);
  }
  std::vector<text::Span> found;

 private:
  Facts facts_;
};

constexpr const char* kEmpty = "this period has no day in it";
constexpr const char* kEmptyHelp =
    "the second date is the day after the last one; exchange the dates, or correct one";

}  // namespace

void check_intervals(Inspection& inspection) {
  for (const rules::RuleFile& file : inspection.rules().files) {
    for (const lang::Definition& definition : file.environment->definitions) {
      EmptyPeriods periods(*file.environment);
      if (definition.body) lang::walk(*definition.body, periods);
      for (const text::Span span : periods.found) {
        inspection.warn(file, {file.environment->file, span}, kEmpty, kEmptyHelp);
      }
    }
  }
  for (const rules::Rule* rule : inspection.enabled()) {
    std::visit(Intervals(inspection, *rule), rule->kind);
    EmptyPeriods periods(*rule->environment);
    walk_decision(*rule, periods);
    for (const text::Span span : periods.found) {
      inspection.warn(*rule, {rule->where.file, span}, kEmpty, kEmptyHelp);
    }
  }
}

}  // namespace remit::lint
