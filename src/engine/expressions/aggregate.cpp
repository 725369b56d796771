#include <algorithm>
#include <cmath>
#include <functional>

#include "engine/elements.h"
#include "engine/expression.h"
#include "engine/tie_order.h"
#include "value/number.h"

namespace remit::engine::expressions {
namespace {

using lang::AggregateFunction;
using value::Kind;

/// One comprehension, evaluated: what all aggregate functions look at.
struct Group {
  Elements elements;
  Indices starts;
  Vector head;  ///< no element for `count` and row-valued `first`, `last` without a head
  Vector by;
};

bool needs_head(AggregateFunction function) { return function != AggregateFunction::kCount; }

Group group_of(const typed::Aggregate& it, const FramePtr& frame, Context& context) {
  const typed::Comprehension& over = *it.over;
  Group group{expand(over, frame, context), {}, {}, {}};
  group.starts = starts_of(group.elements);
  const FramePtr& inner = group.elements.frame;
  if (over.head && needs_head(it.function))
    group.head = flatten(evaluate(*over.head, inner, context));
  if (!over.head && needs_head(it.function)) {
    group.head = flatten(inner->slot(over.bindings.front().slot));
  }
  if (over.by) group.by = flatten(evaluate(*over.by, inner, context));
  return group;
}

/// Whether an element without a head value makes the aggregate unknown.
bool head_matters(AggregateFunction function) {
  switch (function) {
    case AggregateFunction::kSum:
    case AggregateFunction::kMin:
    case AggregateFunction::kMax:
    case AggregateFunction::kMean:
    case AggregateFunction::kRuns:
      return true;
    case AggregateFunction::kCount:
    case AggregateFunction::kFirst:
    case AggregateFunction::kLast:
    case AggregateFunction::kDistinct:
      return false;
  }
  return false;
}

/// The owners whose aggregate cannot be known, and why.
Bitmap unknown_owners(const typed::Aggregate& it, const Group& group, Causes* causes) {
  Bitmap unknown = group.elements.unknown;
  unknown |= group.elements.open;
  const auto doubt = [&](const Vector& vector, std::size_t k) {
    if (vector.is_known(k)) return;
    const std::size_t owner = group.elements.owner[k];
    unknown.set(owner);
    if (!causes || !vector.causes) return;
    const auto& more = (*vector.causes)[vector.at(k)];
    (*causes)[owner].insert((*causes)[owner].end(), more.begin(), more.end());
  };
  for (std::size_t k = 0; k < group.elements.owner.size(); ++k) {
    doubt(group.elements.where, k);
    if (it.over->by) doubt(group.by, k);
    if (head_matters(it.function)) doubt(group.head, k);
  }
  if (causes && group.elements.causes) {
    group.elements.unknown.each([&](std::size_t i) {
      const auto& more = (*group.elements.causes)[i];
      (*causes)[i].insert((*causes)[i].end(), more.begin(), more.end());
    });
  }
  return unknown;
}

template <typename T>
std::optional<T> add_up(const std::vector<T>& values, std::uint32_t begin, std::uint32_t end) {
  T total{};
  for (std::uint32_t k = begin; k < end; ++k) {
    if constexpr (std::is_same_v<T, std::int64_t>) {
      if (__builtin_add_overflow(total, values[k], &total)) return std::nullopt;
    } else {
      total = value::to_decimal(total + values[k]);
    }
  }
  if constexpr (std::is_same_v<T, double>) {
    if (!std::isfinite(total)) return std::nullopt;
  }
  return total;
}

void count(Vector& result, const Group& group, std::size_t i) {
  result.of<std::int64_t>()[i] = group.starts[i + 1] - group.starts[i];
  result.known.set(i);
}

template <typename T>
void sum_of(Vector& result, const Group& group, std::size_t i) {
  const auto total = add_up(group.head.of<T>(), group.starts[i], group.starts[i + 1]);
  if (!total) return;
  result.of<T>()[i] = *total;
  result.known.set(i);
}

void sum(Vector& result, const Group& group, std::size_t i) {
  if (result.kind == Kind::kInteger) {
    sum_of<std::int64_t>(result, group, i);
  } else {
    sum_of<double>(result, group, i);
  }
}

void mean(Vector& result, const Group& group, std::size_t i) {
  const auto size = static_cast<double>(group.starts[i + 1] - group.starts[i]);
  std::optional<double> total;
  if (group.head.kind == Kind::kInteger) {
    double wide = 0;
    for (std::uint32_t k = group.starts[i]; k < group.starts[i + 1]; ++k) {
      wide += static_cast<double>(group.head.of<std::int64_t>()[k]);
    }
    total = wide;
  } else {
    total = add_up(group.head.of<double>(), group.starts[i], group.starts[i + 1]);
  }
  if (!total) return;
  result.of<double>()[i] = value::to_decimal(*total / size);
  result.known.set(i);
}

/// Picks one element an owner: the places in the comprehension, and the owners that have one.
struct Picked {
  Indices elements;
  Indices owners;
};

void take(Vector& result, const Vector& values, const Picked& picked) {
  put(result, gather(values, picked.elements), picked.owners);
}

/// Whether element a comes before element b.
using Order = std::function<bool(std::uint32_t, std::uint32_t)>;

Picked pick(const Group& group, const Bitmap& decided, bool last, const Order& before) {
  Picked picked;
  decided.each([&](std::size_t i) {
    std::uint32_t best = group.starts[i];
    for (std::uint32_t k = best + 1; k < group.starts[i + 1]; ++k) {
      if (last ? before(best, k) : before(k, best)) best = k;
    }
    picked.elements.push_back(best);
    picked.owners.push_back(static_cast<std::uint32_t>(i));
  });
  return picked;
}

void distinct(Vector& result, const Group& group, const Bitmap& decided) {
  Lists lists{{0}, nullptr};
  Indices items;
  for (std::size_t i = 0; i < result.size; ++i) {
    std::vector<std::string> seen;
    for (std::uint32_t k = group.starts[i]; decided.get(i) && k < group.starts[i + 1]; ++k) {
      if (!group.head.is_known(k)) continue;
      const std::string text = value::to_string(element(group.head, k));
      if (std::find(seen.begin(), seen.end(), text) != seen.end()) continue;
      seen.push_back(text);
      items.push_back(k);
    }
    lists.offsets.push_back(static_cast<std::uint32_t>(items.size()));
  }
  lists.items = std::make_shared<const Vector>(gather(group.head, items));
  result.values = std::move(lists);
  decided.each([&](std::size_t i) { result.known.set(i); });
}

/// Durations of two families have no order: leaves out the owners whose elements mix them.
void drop_mixed_families(const Vector& values, const Group& group, Bitmap& decided) {
  if (values.kind != Kind::kDuration) return;
  const auto& durations = values.of<value::Duration>();
  for (std::size_t i = 0; i < decided.size(); ++i) {
    for (std::uint32_t k = group.starts[i]; decided.get(i) && k < group.starts[i + 1]; ++k) {
      if (durations[k].family != durations[group.starts[i]].family) decided.clear(i);
    }
  }
}

/// The values whose order decides which element is taken; null where none is.
const Vector* ordering(AggregateFunction function, const Group& group) {
  const bool extreme = function == AggregateFunction::kMin || function == AggregateFunction::kMax;
  const bool by = function == AggregateFunction::kFirst || function == AggregateFunction::kLast;
  return extreme ? &group.head : (by ? &group.by : nullptr);
}

void reduce(Vector& result, const typed::Aggregate& it, const Group& group, const Bitmap& decided,
            Context& context) {
  const auto each = [&](auto f) { decided.each([&](std::size_t i) { f(result, group, i); }); };
  const auto by_value = [&](const Vector& values) {
    return [&values](std::uint32_t a, std::uint32_t b) { return comes_before(values, a, b); };
  };
  switch (it.function) {
    case AggregateFunction::kCount:
      return each(count);
    case AggregateFunction::kSum:
      return each(sum);
    case AggregateFunction::kMean:
      return each(mean);
    case AggregateFunction::kMin:
      return take(result, group.head, pick(group, decided, false, by_value(group.head)));
    case AggregateFunction::kMax:
      return take(result, group.head, pick(group, decided, true, by_value(group.head)));
    case AggregateFunction::kDistinct:
      return distinct(result, group, decided);
    case AggregateFunction::kFirst:
    case AggregateFunction::kLast: {
      const TieOrder order(group.by, it.over->bindings, group.elements.frame, context);
      const bool last = it.function == AggregateFunction::kLast;
      return take(result, group.head,
                  pick(group, decided, last,
                       [&](std::uint32_t a, std::uint32_t b) { return order.before(a, b); }));
    }
    case AggregateFunction::kRuns:  // a collection: see runs.h
      return;
  }
}

/// The owners without an element, for which `else` (or missing) is the answer.
Bitmap empty_owners(const Group& group) {
  Bitmap empty(group.elements.outer->size());
  for (std::size_t i = 0; i < empty.size(); ++i) {
    empty.set(i, group.starts[i] == group.starts[i + 1]);
  }
  return empty;
}

bool has_value_when_empty(AggregateFunction function) {
  return function == AggregateFunction::kCount || function == AggregateFunction::kSum;
}

}  // namespace

AggregateState aggregate_state(const typed::Aggregate& it, const FramePtr& frame,
                               Context& context) {
  const Group group = group_of(it, frame, context);
  AggregateState state{unknown_owners(it, group, nullptr), empty_owners(group)};
  state.empty.subtract(state.doubtful);
  return state;
}

Vector aggregate(const typed::Aggregate& it, const typed::Node& node, const FramePtr& frame,
                 Context& context) {
  const Group group = group_of(it, frame, context);
  Vector result = unknown_vector(node.type, frame->size());
  auto causes = context.trace ? std::make_shared<Causes>(frame->size()) : nullptr;
  Bitmap decided = unknown_owners(it, group, causes.get());
  decided.flip();
  result.causes = causes;
  const bool empty_has_value = has_value_when_empty(it.function) && !it.over->otherwise;
  Bitmap empty = empty_owners(group);
  empty &= decided;
  if (!empty_has_value) decided.subtract(empty);
  if (const Vector* order = ordering(it.function, group)) {
    drop_mixed_families(*order, group, decided);
  }
  reduce(result, it, group, decided, context);
  if (!empty_has_value && it.over->otherwise && !empty.none()) {
    const Indices indices = indices_of(empty);
    put(result, evaluate(*it.over->otherwise, narrow(frame, indices), context), indices);
  }
  return result;
}

}  // namespace remit::engine::expressions
