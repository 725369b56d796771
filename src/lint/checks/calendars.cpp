#include <set>

#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "lint/expressions.h"

namespace remit::lint {
namespace {

namespace typed = lang::typed;

/// Whether working days are counted, also in the definitions that are called.
class WorkingDays : public lang::TreeVisitor {
 public:
  explicit WorkingDays(const lang::Environment& environment) : environment_(environment) {}

  void node(const typed::Node& node) override {
    found = found || node.type.family == value::DurationFamily::kWorkingDays;
    const auto* builtin = std::get_if<typed::BuiltinCall>(&node.kind);
    found = found || (builtin && builtin->function == lang::Builtin::kWorkingDays);
    const auto* call = std::get_if<typed::DefinitionCall>(&node.kind);
    if (!call || !entered_.insert(call->definition).second) return;
    const auto& body = environment_.definitions[static_cast<std::size_t>(call->definition)].body;
    if (body) lang::walk(*body, *this);
  }
  bool found = false;

 private:
  const lang::Environment& environment_;
  std::set<int> entered_;
};

/// The day in force that the calendar does not know, if there is one for certain.
std::optional<value::Date> day_outside(const rules::Effective& effective,
                                       const value::Calendar& calendar) {
  for (const auto& day : {effective.from, effective.to}) {
    if (day && !calendar.contains(*day)) return day;
  }
  return std::nullopt;
}

}  // namespace

void check_calendars(Inspection& inspection) {
  for (const rules::Rule* rule : inspection.enabled()) {
    const value::Calendar* calendar = rule->environment->calendar.get();
    if (!calendar) continue;
    const auto day = day_outside(rule->effective, *calendar);
    if (!day) continue;
    WorkingDays finder(*rule->environment);
    walk_decision(*rule, finder);
    if (!finder.found) continue;
    inspection.warn(
        *rule, key_place(*rule, "effective"),
        fmt::format("the rule counts working days and is in force on {}, which the calendar `{}` "
                    "does not know",
                    value::to_string(*day), calendar->name()),
        fmt::format("it covers {} to {}, and what needs another day is unknown: widen the "
                    "calendar, or narrow `effective`",
                    value::to_string(calendar->first()), value::to_string(calendar->last())));
  }
}

}  // namespace remit::lint
