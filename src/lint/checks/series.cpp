#include <set>

#include <fmt/format.h>

#include "lint/checks/checks.h"
#include "lint/expressions.h"

namespace remit::lint {
namespace {

namespace typed = lang::typed;
using lang::Parameter;

/// The dated parameters that a rule uses, also in the definitions that are called.
class DatedParameters : public lang::TreeVisitor {
 public:
  explicit DatedParameters(const lang::Environment& environment) : environment_(environment) {}

  void node(const typed::Node& node) override {
    if (const auto* use = std::get_if<typed::ParameterUse>(&node.kind)) used.insert(use->parameter);
    const auto* call = std::get_if<typed::DefinitionCall>(&node.kind);
    if (!call || !entered_.insert(call->definition).second) return;
    const auto& body = environment_.definitions[static_cast<std::size_t>(call->definition)].body;
    if (body) lang::walk(*body, *this);
  }
  std::set<int> used;

 private:
  const lang::Environment& environment_;
  std::set<int> entered_;
};

void check_gaps(Inspection& inspection, const rules::RuleFile& file, const Parameter& parameter) {
  for (std::size_t i = 1; i < parameter.values.size(); ++i) {
    const auto& to = parameter.values[i - 1].to;
    const auto& from = parameter.values[i].from;
    if (!to || !from || from->days - to->days <= 1) continue;
    inspection.warn(file, parameter.values[i].where,
                    fmt::format("from {} to {} the parameter `{}` has no value",
                                value::to_string(value::Date{to->days + 1}),
                                value::to_string(value::Date{from->days - 1}), parameter.name),
                    "what needs it on these days is unknown: leave out the `to` before, or give a "
                    "value for these days");
  }
}

/// The first day, of those that a rule certainly is in force on, for which there is no value.
std::optional<value::Date> day_without(const rules::Effective& effective,
                                       const Parameter& parameter) {
  if (parameter.values.empty()) return std::nullopt;
  const auto& first = parameter.values.front().from;
  const auto& last = parameter.values.back().to;
  if (first && effective.from && *effective.from < *first) return effective.from;
  if (last && effective.from && *effective.from > *last) return effective.from;
  if (last && effective.to && *effective.to > *last) return effective.to;
  return std::nullopt;
}

}  // namespace

void check_series(Inspection& inspection) {
  for (const rules::RuleFile& file : inspection.rules().files) {
    for (const Parameter& parameter : file.environment->parameters) {
      check_gaps(inspection, file, parameter);
    }
  }
  for (const rules::Rule* rule : inspection.enabled()) {
    DatedParameters finder(*rule->environment);
    walk_decision(*rule, finder);
    for (const int index : finder.used) {
      const Parameter& parameter = rule->environment->parameters[static_cast<std::size_t>(index)];
      const auto day = day_without(rule->effective, parameter);
      if (!day) continue;
      inspection.warn(
          *rule, key_place(*rule, "effective"),
          fmt::format("the rule is in force on {}, when its parameter `{}` has no value",
                      value::to_string(*day), parameter.name),
          "what needs it then is unknown: give a value for that time, or narrow "
          "`effective`",
          {{"the parameter stands here", parameter.where}});
    }
  }
}

}  // namespace remit::lint
