#include "engine/reference/aggregates.h"

#include <algorithm>

#include "engine/reference/collections.h"
#include "engine/reference/interpreter.h"
#include "engine/reference/logic.h"
#include "engine/reference/operators.h"
#include "value/number.h"

// Decisions where the language page is silent:
// - `count` counts elements, whatever the value of a head.
// - On an empty collection `distinct` is the value of `else`, or missing, as the page says of all
//   but `count` and `sum`; `runs`, a collection, has no stretches.
// - `last` takes the last in the order of (`by`, primary key): of equals the greatest key.
// - `distinct` keeps the first of equals, in the order of the elements.
// - `min` and `max` of durations of several families are missing, and so is `first` by them.
namespace remit::engine::reference {
namespace {

namespace typed = lang::typed;
using lang::AggregateFunction;

struct Item {
  Value value;
  Value by;
  std::vector<std::string> key;
};

bool needs_value(AggregateFunction function) {
  return function == AggregateFunction::kSum || function == AggregateFunction::kMin ||
         function == AggregateFunction::kMax || function == AggregateFunction::kMean ||
         function == AggregateFunction::kRuns;
}

/// Without a head the element itself: the row.
Value head_value(const World& world, const typed::Comprehension& over, const Frame& frame) {
  if (over.head) return evaluate(world, *over.head, frame);
  return frame.at(static_cast<std::size_t>(over.bindings.at(0).slot));
}

/// The elements with their values; nothing where that makes the aggregate unknown.
std::optional<std::vector<Item>> items(const World& world, AggregateFunction function,
                                       const typed::Comprehension& over, const Frame& frame) {
  const auto elements = combinations(world, over.bindings, frame);
  if (!elements) return std::nullopt;
  std::vector<Item> all;
  for (const Element& element : *elements) {
    if (!element.where) return std::nullopt;
    Item item;
    item.value = head_value(world, over, element.frame);
    if (item.value.is_missing() && needs_value(function)) return std::nullopt;
    if (over.by) {
      item.by = evaluate(world, *over.by, element.frame);
      if (item.by.is_missing()) return std::nullopt;
    }
    item.key = tie_key(world, over.bindings, element.frame);
    all.push_back(std::move(item));
  }
  return all;
}

Value sum(const World& world, const std::vector<Item>& all, const value::Type& type) {
  Value total = type.kind == value::Kind::kNumber ? Value{0.0} : Value{std::int64_t{0}};
  if (!all.empty() && !std::holds_alternative<std::int64_t>(all[0].value.data)) total = {0.0};
  for (const Item& item : all) {
    total = arithmetic(world, typed::ArithmeticOperator::kAdd, total, item.value);
  }
  return total;
}

Value mean(const std::vector<Item>& all) {
  double total = 0;
  for (const Item& item : all) {
    const auto* integer = std::get_if<std::int64_t>(&item.value.data);
    total = value::to_decimal(total +
                              (integer ? static_cast<double>(*integer) : item.value.as<double>()));
  }
  return {value::to_decimal(total / static_cast<double>(all.size()))};
}

/// The value that no other goes before (`sign` -1: after).
Value extreme(const std::vector<Item>& all, int sign) {
  Value best = all[0].value;
  for (const Item& item : all) {
    const auto found = order(item.value, best);
    if (!found) return missing();
    if (sign > 0 ? *found < 0 : *found > 0) best = item.value;
  }
  return best;
}

Value nth_by(std::vector<Item> all, bool last) {
  for (const Item& item : all) {
    if (!order(item.by, all[0].by)) return missing();
  }
  std::stable_sort(all.begin(), all.end(), [](const Item& left, const Item& right) {
    const auto found = order(left.by, right.by);
    return *found != 0 ? *found < 0 : left.key < right.key;
  });
  return last ? all.back().value : all.front().value;
}

Value distinct_values(const std::vector<Item>& all) {
  value::List list;
  for (const Item& item : all) {
    const bool seen = std::any_of(list.begin(), list.end(),
                                  [&](const Value& each) { return !distinct(each, item.value); });
    if (!seen && !item.value.is_missing()) list.push_back(item.value);
  }
  return {std::make_shared<const value::List>(std::move(list))};
}

}  // namespace

Truth quantify(const World& world, const typed::Quantified& node, const Frame& frame) {
  const auto values = collection(world, node.binding, frame);
  if (!values) return std::nullopt;
  const bool every = node.quantifier == lang::Quantifier::kEvery;
  Truth result = every;
  // What nobody has seen can be an element that decides otherwise.
  if (is_open(world, node.binding)) result = std::nullopt;
  for (const Value& value : *values) {
    Frame inner = frame;
    inner.at(static_cast<std::size_t>(node.binding.slot)) = value;
    const Truth where = evaluate_truth(world, node.binding.where, inner);
    const Truth satisfies = evaluate_truth(world, node.satisfies, inner);
    result = every ? conjunction(result, implies(where, satisfies))
                   : disjunction(result, conjunction(where, satisfies));
  }
  return node.quantifier == lang::Quantifier::kNo ? negation(result) : result;
}

Value aggregate(const World& world, const typed::Aggregate& node, const Frame& frame) {
  const auto all = items(world, node.function, *node.over, frame);
  if (!all) return missing();
  if (node.function == AggregateFunction::kCount) {
    return {static_cast<std::int64_t>(all->size())};
  }
  if (node.function == AggregateFunction::kSum) {
    return sum(world, *all, node.over->head ? node.over->head->type : value::Type{});
  }
  if (all->empty()) {
    return node.over->otherwise ? evaluate(world, *node.over->otherwise, frame) : missing();
  }
  switch (node.function) {
    case AggregateFunction::kMin:
      return extreme(*all, 1);
    case AggregateFunction::kMax:
      return extreme(*all, -1);
    case AggregateFunction::kMean:
      return mean(*all);
    case AggregateFunction::kFirst:
      return nth_by(*all, false);
    case AggregateFunction::kLast:
      return nth_by(*all, true);
    case AggregateFunction::kDistinct:
      return distinct_values(*all);
    case AggregateFunction::kCount:
    case AggregateFunction::kSum:
    case AggregateFunction::kRuns:
      break;
  }
  return missing();
}

std::optional<std::size_t> elements_known(const World& world, const typed::Aggregate& node,
                                          const Frame& frame) {
  const auto all = items(world, node.function, *node.over, frame);
  if (!all) return std::nullopt;
  return all->size();
}

std::optional<std::vector<value::Period>> runs(const World& world, const typed::Comprehension& over,
                                               const Frame& frame) {
  const auto all = items(world, AggregateFunction::kRuns, over, frame);
  if (!all) return std::nullopt;
  std::vector<value::Period> periods;
  for (const Item& item : *all) periods.push_back(item.value.as<value::Period>());
  return stretches(periods);
}

}  // namespace remit::engine::reference
