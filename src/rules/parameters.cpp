#include "rules/parameters.h"

#include <fmt/format.h>

#include "model/read_values.h"
#include "rules/names.h"
#include "rules/parameter_value.h"

namespace remit::rules {
namespace {

using lang::Dated;
using lang::Parameter;

std::optional<Dated> read_value(const yaml::Node& node, const Parameter& parameter,
                                text::Diagnostics& diagnostics) {
  const std::string what = fmt::format("the parameter `{}`", parameter.name);
  if (!yaml::as_text(node, what, diagnostics)) return std::nullopt;
  auto value = read_parameter_value(yaml::excerpt(node), parameter.type, what, diagnostics);
  if (!value) return std::nullopt;
  return Dated{std::move(*value), std::nullopt, std::nullopt, node.where};
}

std::optional<Dated> read_step(const yaml::Node& node, const Parameter& parameter,
                               text::Diagnostics& diagnostics) {
  yaml::Mapping keys(node, "an entry of `series`", diagnostics);
  const auto from = model::read_date(keys, "from", diagnostics);
  const auto to = model::read_date(keys, "to", diagnostics);
  const yaml::Node* value = keys.required("value");
  keys.finish();
  auto step = value ? read_value(*value, parameter, diagnostics) : std::nullopt;
  if (!step) return std::nullopt;
  step->from = from;
  step->to = to;
  step->where = node.where;
  if (from && to && *to < *from) {
    diagnostics.error("series-order", node.where,
                      fmt::format("the value ends on {} before it starts on {}",
                                  value::to_string(*to), value::to_string(*from)),
                      "both dates are inclusive");
  }
  return step;
}

/// A value without an end is in force to the day before the next one.
void close_step(Dated& step, const Dated& next, text::Diagnostics& diagnostics) {
  if (!next.from) {
    diagnostics.error("series-order", next.where, "only the first value of a series has no `from`",
                      "give the first day on which this value is in force");
    return;
  }
  const bool overlaps =
      (step.from && *next.from <= *step.from) || (step.to && *next.from <= *step.to);
  if (overlaps) {
    diagnostics
        .error("series-order", next.where,
               fmt::format("the value from {} overlaps the one before it",
                           value::to_string(*next.from)),
               "write the values of a series in order of their dates, each starting after the last")
        .notes.push_back({"the one before it stands here", step.where});
    return;
  }
  if (!step.to) step.to = value::add_days(*next.from, -1);
}

std::vector<Dated> read_series(const yaml::Node& node, const Parameter& parameter,
                               text::Diagnostics& diagnostics) {
  std::vector<Dated> series;
  if (node.kind != yaml::NodeKind::kSequence || node.items.empty()) {
    diagnostics.error("expected-list", node.where, "`series` is not a list of dated values",
                      "write `series: [{from: 2024-10-31, value: 3}]`");
    return series;
  }
  for (const yaml::Node& item : node.items) {
    auto step = read_step(item, parameter, diagnostics);
    if (!step) continue;
    if (!series.empty()) close_step(series.back(), *step, diagnostics);
    series.push_back(std::move(*step));
  }
  return series;
}

std::vector<Dated> read_default_or_series(yaml::Mapping& keys, const Parameter& parameter,
                                          text::Diagnostics& diagnostics) {
  const yaml::Node* scalar = keys.optional("default");
  const yaml::Node* series = keys.optional("series");
  if (scalar && series) {
    diagnostics.error(
        "default-and-series", keys.key_where("series"),
        fmt::format("the parameter `{}` has a `default` and a `series`", parameter.name),
        "give one value for all time as `default`, or dated ones as `series`");
  } else if (!scalar && !series && !keys.is_misspelt("default")) {
    diagnostics.error("missing-key", keys.where(),
                      fmt::format("the parameter `{}` has no value", parameter.name),
                      "give it a `default`, or a `series` of dated values");
  }
  std::vector<Dated> values;
  if (series) values = read_series(*series, parameter, diagnostics);
  if (scalar) {
    if (auto value = read_value(*scalar, parameter, diagnostics)) values = {std::move(*value)};
  }
  return values;
}

Parameter read_parameter(const yaml::Entry& entry, text::Diagnostics& diagnostics) {
  Parameter parameter;
  parameter.name = entry.key;
  parameter.where = entry.key_where;
  if (entry.value.kind == yaml::NodeKind::kScalar) {
    diagnostics.error(
        "expected-mapping", entry.value.where,
        fmt::format("the parameter `{}` does not say its type", entry.key),
        fmt::format("write `{}: {{type: integer, default: {}}}`", entry.key, entry.value.scalar));
    return parameter;
  }
  yaml::Mapping keys(entry.value, fmt::format("the parameter `{}`", entry.key), diagnostics);
  keys.add_synonym("value", "default");
  keys.required("type");
  if (const auto type = keys.word("type", parameter_type_words())) {
    parameter.type = parameter_type(*type);
  }
  parameter.about = keys.text("about").value_or("");
  parameter.values = read_default_or_series(keys, parameter, diagnostics);
  set_duration_family(parameter);
  keys.finish();
  return parameter;
}

}  // namespace

std::vector<Parameter> read_parameters(yaml::Mapping& ruleset, text::Diagnostics& diagnostics) {
  std::vector<Parameter> parameters;
  const yaml::Node* node = ruleset.optional("parameters");
  if (!node) return parameters;
  if (node->kind != yaml::NodeKind::kMapping) {
    diagnostics.error("expected-mapping", node->where, "`parameters` is not a mapping",
                      "write each as `name: {type: integer, default: 15}`");
    return parameters;
  }
  for (const yaml::Entry& entry : node->entries) {
    check_name(entry, "a parameter", diagnostics);
    parameters.push_back(read_parameter(entry, diagnostics));
  }
  return parameters;
}

std::optional<std::vector<Dated>> read_new_value(const yaml::Node& node, const Parameter& parameter,
                                                 text::Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  std::vector<Dated> values;
  if (node.kind == yaml::NodeKind::kMapping) {
    yaml::Mapping keys(node, fmt::format("the new value of `{}`", parameter.name), diagnostics);
    values = read_default_or_series(keys, parameter, diagnostics);
    keys.finish();
  } else if (auto value = read_value(node, parameter, diagnostics)) {
    values = {std::move(*value)};
  }
  if (diagnostics.errors() != errors) return std::nullopt;
  return values;
}

void set_duration_family(Parameter& parameter) {
  if (parameter.type.kind != value::Kind::kDuration) return;
  parameter.type.family.reset();
  for (const Dated& dated : parameter.values) {
    const auto family = dated.value.as<value::Duration>().family;
    if (&dated != &parameter.values.front() && parameter.type.family != family) {
      parameter.type.family.reset();
      return;
    }
    parameter.type.family = family;
  }
}

}  // namespace remit::rules
