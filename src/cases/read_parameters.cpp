#include "cases/read_parameters.h"

#include <set>

#include <fmt/format.h>

#include "rules/parameter_value.h"
#include "text/nearest.h"
#include "yaml/mapping.h"

namespace remit::cases {
namespace {

const lang::Parameter* find_parameter(const std::string& name, const rules::RuleSet& rules) {
  for (const rules::Rule& rule : rules.rules) {
    for (const lang::Parameter& parameter : rule.environment->parameters) {
      if (parameter.name == name) return &parameter;
    }
  }
  return nullptr;
}

std::vector<std::string> parameter_names(const rules::RuleSet& rules) {
  std::set<std::string> names;
  for (const rules::Rule& rule : rules.rules) {
    for (const lang::Parameter& parameter : rule.environment->parameters) {
      names.insert(parameter.name);
    }
  }
  return {names.begin(), names.end()};
}

}  // namespace

void read_parameters(const yaml::Node& node, const rules::RuleSet& rules,
                     RuleSets::Parameters& parameters, text::Diagnostics& diagnostics) {
  if (node.kind != yaml::NodeKind::kMapping) {
    diagnostics.error("wrong-form", node.where, "`parameters` of a case must be a mapping",
                      "write `parameters: {name: value}`");
    return;
  }
  for (const yaml::Entry& entry : node.entries) {
    const lang::Parameter* parameter = find_parameter(entry.key, rules);
    if (!parameter) {
      const std::string help = text::did_you_mean(entry.key, parameter_names(rules));
      diagnostics.error("unknown-parameter", entry.key_where,
                        fmt::format("the rules have no parameter `{}`", entry.key),
                        help.empty() ? "these rules have no parameters" : help);
      continue;
    }
    const std::string what = fmt::format("the parameter `{}`", entry.key);
    if (!yaml::as_text(entry.value, what, diagnostics)) continue;
    if (rules::read_parameter_value(yaml::excerpt(entry.value), parameter->type, what,
                                    diagnostics)) {
      parameters[entry.key] = entry.value.scalar;
    }
  }
}

}  // namespace remit::cases
