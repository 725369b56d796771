#include "engine/expression.h"

// Constants, parameters and code sets.
namespace remit::engine::expressions {
namespace {

bool in_force(const lang::Dated& dated, value::Date date) {
  return (!dated.from || *dated.from <= date) && (!dated.to || date <= *dated.to);
}

bool always_in_force(const std::vector<lang::Dated>& values) {
  for (const auto& dated : values) {
    if (dated.from || dated.to) return false;
  }
  return true;
}

value::Value set_value(const lang::CodeSet& set, std::optional<value::Date> date) {
  auto list = std::make_shared<value::List>();
  for (const auto& dated : set.values) {
    if (!date || in_force(dated, *date)) list->push_back(dated.value);
  }
  return {std::shared_ptr<const value::List>(std::move(list))};
}

/// Evaluates f(own date) once for each distinct own date of the frame.
template <typename F>
Vector by_own_date(const typed::Node& node, const FramePtr& frame, F f) {
  const Vector own = flatten(frame->slot(0));
  Vector result = unknown_vector(node.type, frame->size());
  std::map<std::int32_t, Indices> tuples;
  own.known.each([&](std::size_t i) {
    tuples[own.of<std::int32_t>()[i]].push_back(static_cast<std::uint32_t>(i));
  });
  for (const auto& [days, indices] : tuples) {
    put(result, constant_vector(f(value::Date{days}), node.type, indices.size()), indices);
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
  const auto& values =
      context.environment.parameters[static_cast<std::size_t>(it.parameter)].values;
  const auto value_on = [&](value::Date date) -> value::Value {
    for (const auto& dated : values) {
      if (in_force(dated, date)) return dated.value;
    }
    return {value::Missing{}};
  };
  if (always_in_force(values)) {
    return constant_vector(value_on(context.as_of), node.type, frame->size());
  }
  return by_own_date(node, frame, value_on);
}

Vector code_set(const typed::SetUse& it, const typed::Node& node, const FramePtr& frame,
                Context& context) {
  const auto& set = context.environment.sets[static_cast<std::size_t>(it.set)];
  if (always_in_force(set.values)) {
    return constant_vector(set_value(set, std::nullopt), node.type, frame->size());
  }
  return by_own_date(node, frame, [&](value::Date date) { return set_value(set, date); });
}

}  // namespace remit::engine::expressions
