#include <algorithm>

#include "engine/expression.h"

// Constants, parameters and code sets.
namespace remit::engine::expressions {
namespace {

bool in_force(const lang::Dated& dated, value::Date date) {
  return (!dated.from || *dated.from <= date) && (!dated.to || date <= *dated.to);
}

bool is_dated(const lang::Dated& value) { return value.from || value.to; }

bool always_in_force(const std::vector<lang::Dated>& values) {
  return std::none_of(values.begin(), values.end(), is_dated);
}

/// The value in force on a date: of several, the one that began last. Without a date only one
/// that is in force always is certain.
value::Value parameter_value(const lang::Parameter& parameter, std::optional<value::Date> date) {
  const lang::Dated* best = nullptr;
  for (const lang::Dated& dated : parameter.values) {
    if (date ? !in_force(dated, *date) : is_dated(dated)) continue;
    if (!best || best->from <= dated.from) best = &dated;
  }
  return best ? best->value : value::Value{value::Missing{}};
}

/// The codes in force on a date. Without a date a dated code is a missing element: nobody knows
/// whether it is there.
value::Value set_value(const lang::CodeSet& set, std::optional<value::Date> date) {
  auto list = std::make_shared<value::List>();
  for (const lang::Dated& dated : set.values) {
    if (date && !in_force(dated, *date)) continue;
    list->push_back(!date && is_dated(dated) ? value::Value{value::Missing{}} : dated.value);
  }
  return {std::shared_ptr<const value::List>(std::move(list))};
}

/// Which of the values are in force; without a date, of the dated ones nobody knows.
std::vector<bool> in_force_on(const std::vector<lang::Dated>& values,
                              std::optional<value::Date> date) {
  std::vector<bool> result;
  for (const lang::Dated& dated : values) result.push_back(date && in_force(dated, *date));
  result.push_back(date.has_value());
  return result;
}

/// Evaluates f(own date) once for all own dates on which the same values are in force.
template <typename F>
Vector by_own_date(const typed::Node& node, const std::vector<lang::Dated>& values,
                   const FramePtr& frame, F f) {
  const Vector own = flatten(frame->slot(0));
  Vector result = unknown_vector(node.type, frame->size());
  std::map<std::vector<bool>, std::pair<std::optional<value::Date>, Indices>> groups;
  for (std::uint32_t i = 0; i < own.size; ++i) {
    std::optional<value::Date> date;
    if (own.is_known(i)) date = value::Date{own.of<std::int32_t>()[i]};
    auto& group = groups[in_force_on(values, date)];
    group.first = date;
    group.second.push_back(i);
  }
  for (const auto& [key, group] : groups) {
    const auto& [date, indices] = group;
    put(result, constant_vector(f(date), node.type, indices.size()), indices);
  }
  return result;
}

}  // namespace

Vector constant(const typed::Constant& it, const typed::Node& node, const FramePtr& frame,
                Context&) {
  return constant_vector(it.value, node.type, frame->size());
}

Vector parameter(const typed::ParameterUse& it, const typed::Node& node, const FramePtr& frame,
                 Context& context) {
  const auto& parameter = context.environment.parameters[static_cast<std::size_t>(it.parameter)];
  const auto value_on = [&](std::optional<value::Date> date) {
    return parameter_value(parameter, date);
  };
  if (always_in_force(parameter.values)) {
    return constant_vector(value_on(context.as_of), node.type, frame->size());
  }
  return by_own_date(node, parameter.values, frame, value_on);
}

Vector code_set(const typed::SetUse& it, const typed::Node& node, const FramePtr& frame,
                Context& context) {
  const auto& set = context.environment.sets[static_cast<std::size_t>(it.set)];
  if (always_in_force(set.values)) {
    return constant_vector(set_value(set, context.as_of), node.type, frame->size());
  }
  return by_own_date(node, set.values, frame,
                     [&](std::optional<value::Date> date) { return set_value(set, date); });
}

}  // namespace remit::engine::expressions
