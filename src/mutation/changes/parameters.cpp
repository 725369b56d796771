#include <fmt/format.h>

#include "mutation/changes.h"

namespace remit::mutation {
namespace {

using lang::Dated;

/// The values next to one: one more or less, one day later or earlier, the other truth. None
/// where it would go below zero.
struct Neighbours {
  std::vector<value::Value> operator()(std::int64_t number) const {
    if (number == 0) return {{std::int64_t{1}}};
    return {{number + 1}, {number - 1}};
  }
  std::vector<value::Value> operator()(double number) const { return {{number + 1}, {number - 1}}; }
  std::vector<value::Value> operator()(bool truth) const { return {{!truth}}; }
  std::vector<value::Value> operator()(value::Date date) const {
    std::vector<value::Value> moved;
    for (const std::int64_t by : {1, -1}) {
      if (const auto day = value::add_days(date, by)) moved.push_back({*day});
    }
    return moved;
  }
  std::vector<value::Value> operator()(const value::Duration& duration) const {
    std::vector<value::Value> moved{{value::Duration{duration.count + 1, duration.family}}};
    if (duration.count > 0) moved.push_back({value::Duration{duration.count - 1, duration.family}});
    return moved;
  }
  template <typename Other>
  std::vector<value::Value> operator()(const Other&) const {
    return {};
  }
};

Change change_of(const lang::Parameter& parameter, const Dated& dated, std::string before,
                 std::string after) {
  Change change;
  change.place = "parameter " + parameter.name;
  change.where = dated.where;
  change.words = fmt::format("`{}` for `{}`", after, before);
  change.before = std::move(before);
  change.after = std::move(after);
  change.missing_case =
      "a case in which what is compared lies exactly at this bound, and one just beyond it";
  return change;
}

void change_value(std::size_t p, std::size_t v, Maker& maker) {
  const lang::Parameter& parameter = maker.original().environment().parameters[p];
  const Dated& dated = parameter.values[v];
  for (const value::Value& other : std::visit(Neighbours{}, dated.value.data)) {
    Change change =
        change_of(parameter, dated, value::to_string(dated.value), value::to_string(other));
    // Without a series the place is that of the value itself.
    if (!dated.from && !dated.to) change.edit = Edit{dated.where, change.after};
    maker.change_environment(
        [&](lang::Environment& environment) { environment.parameters[p].values[v].value = other; },
        std::move(change));
  }
}

/// The day on which the value of a series changes.
void change_step(std::size_t p, std::size_t v, Maker& maker) {
  const lang::Parameter& parameter = maker.original().environment().parameters[p];
  const Dated& dated = parameter.values[v];
  for (const std::int64_t by : {1, -1}) {
    const auto moved = dated.from ? value::add_days(*dated.from, by) : std::nullopt;
    if (!moved || (dated.to && *dated.to < *moved)) continue;
    Change change = change_of(parameter, dated, "from: " + value::to_string(*dated.from),
                              "from: " + value::to_string(*moved));
    change.missing_case = "a case dated on the day on which the value changes, and the day before";
    maker.change_environment(
        [&](lang::Environment& environment) {
          auto& values = environment.parameters[p].values;
          const bool joined =
              v > 0 && values[v - 1].to && values[v - 1].to == value::add_days(*values[v].from, -1);
          values[v].from = moved;
          if (joined) values[v - 1].to = value::add_days(*moved, -1);
        },
        std::move(change));
  }
}

}  // namespace

void change_parameters(Maker& maker) {
  const Original& original = maker.original();
  for (const int index : original.parameters) {
    const auto p = static_cast<std::size_t>(index);
    for (std::size_t v = 0; v < original.environment().parameters[p].values.size(); ++v) {
      change_value(p, v, maker);
      change_step(p, v, maker);
    }
  }
}

}  // namespace remit::mutation
