#include "engine/reference/collections.h"

#include <algorithm>

#include "engine/reference/aggregates.h"
#include "engine/reference/interpreter.h"
#include "engine/reference/logic.h"
#include "engine/reference/names.h"

namespace remit::engine::reference {
namespace {

namespace typed = lang::typed;

using Collected = std::optional<std::vector<Value>>;

struct Collector {
  const World& world;
  const Frame& frame;

  Collected operator()(const typed::TableSource& source) const {
    const auto& table = world.data.tables.at(static_cast<std::size_t>(source.table));
    std::vector<Value> rows;
    for (std::size_t i = 0; i < table.rows; ++i) {
      rows.push_back({value::Row{source.table, static_cast<std::int32_t>(i)}});
    }
    return rows;
  }

  Collected operator()(const typed::InverseSource& source) const {
    const Value row = evaluate(world, *source.row, frame);
    if (row.is_missing()) return std::nullopt;
    const auto& inverse = world.data.model->tables.at(static_cast<std::size_t>(source.table))
                              .inverses.at(static_cast<std::size_t>(source.inverse));
    const auto& targets = *world.data.tables.at(static_cast<std::size_t>(inverse.source))
                               .targets.at(static_cast<std::size_t>(inverse.relation));
    std::vector<Value> rows;
    for (std::size_t i = 0; i < targets.size(); ++i) {
      if (targets[i] != row.as<value::Row>().row) continue;
      rows.push_back({value::Row{inverse.source, static_cast<std::int32_t>(i)}});
    }
    return rows;
  }

  Collected operator()(const typed::RunsSource& source) const {
    const auto periods = runs(world, *source.periods, frame);
    if (!periods) return std::nullopt;
    std::vector<Value> values;
    for (const value::Period& period : *periods) values.push_back({period});
    return values;
  }
};

void add_bound(const World& world, const typed::Binding& binding, const Element& before,
               const std::vector<Value>& values, std::vector<Element>& result) {
  for (const Value& value : values) {
    Element element = before;
    element.frame.at(static_cast<std::size_t>(binding.slot)) = value;
    element.where = conjunction(element.where, evaluate_truth(world, binding.where, element.frame));
    if (element.where != false) result.push_back(std::move(element));
  }
}

bool starts_earlier(const value::Period& left, const value::Period& right) {
  return value::first_day(left) < value::first_day(right);
}

}  // namespace

Collected collection(const World& world, const typed::Binding& binding, const Frame& frame) {
  return std::visit(Collector{world, frame}, binding.source);
}

bool is_open(const World& world, const typed::Binding& binding) {
  const bool rows = !std::holds_alternative<typed::RunsSource>(binding.source);
  return rows && world.open.contains(binding.type.table);
}

std::optional<std::vector<Element>> combinations(const World& world,
                                                 const std::vector<typed::Binding>& bindings,
                                                 const Frame& frame) {
  std::vector<Element> elements{{frame, true}};
  for (std::size_t i = 0; i < bindings.size(); ++i) {
    std::vector<Element> longer;
    for (const Element& element : elements) {
      if (element.unseen) {
        longer.push_back(element);
        continue;
      }
      Collected values = collection(world, bindings[i], element.frame);
      if (!values && i == 0) return std::nullopt;
      if (values && is_open(world, bindings[i])) {
        longer.push_back({element.frame, std::nullopt, true});
      }
      if (!values) values = std::vector<Value>{missing()};
      add_bound(world, bindings[i], element, *values, longer);
    }
    elements = std::move(longer);
  }
  return elements;
}

std::vector<value::Period> stretches(const std::vector<value::Period>& periods) {
  std::vector<value::Period> sorted;
  for (const value::Period& period : periods) {
    if (period.shape == value::PeriodShape::kEmpty) continue;
    sorted.push_back({value::first_day(period), value::end_day(period)});
  }
  std::sort(sorted.begin(), sorted.end(), starts_earlier);
  std::vector<value::Period> joined;
  for (const value::Period& period : sorted) {
    if (joined.empty() || joined.back().to < period.from) {
      joined.push_back(period);
    } else {
      joined.back().to = std::max(joined.back().to, period.to);
    }
  }
  return joined;
}

std::vector<std::string> tie_key(const World& world, const std::vector<typed::Binding>& bindings,
                                 const Frame& frame) {
  std::vector<std::string> key;
  for (const typed::Binding& binding : bindings) {
    const Value& bound = frame.at(static_cast<std::size_t>(binding.slot));
    if (bound.is_missing()) {
      key.emplace_back();
    } else if (const auto* row = std::get_if<value::Row>(&bound.data)) {
      for (const std::string& part : key_parts(world, *row)) key.push_back(part);
    } else {
      key.push_back(value::to_string(value::first_day(bound.as<value::Period>())));
    }
  }
  return key;
}

}  // namespace remit::engine::reference
