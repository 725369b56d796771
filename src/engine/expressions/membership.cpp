#include "engine/expression.h"

namespace remit::engine::expressions {
namespace {

using value::Kind;

const Lists& lists_of(const Vector& vector) { return std::get<Lists>(vector.values); }

/// Places in the list's items, one a pair of (element, item), and the element of each.
struct Pairs {
  Indices elements;
  Indices items;
};

Pairs pairs_of(const Vector& value, const Vector& list) {
  Pairs pairs;
  const auto& offsets = lists_of(list).offsets;
  for (std::size_t i = 0; i < value.size; ++i) {
    const std::size_t at = list.at(i);
    for (std::uint32_t k = offsets[at]; k < offsets[at + 1]; ++k) {
      pairs.elements.push_back(static_cast<std::uint32_t>(i));
      pairs.items.push_back(k);
    }
  }
  return pairs;
}

/// What left comparisons with items unknown is why nobody knows whether the value is among them.
void blame_items(Vector& result, const Pairs& pairs, const Vector& equal) {
  if (!equal.causes) return;
  auto causes = std::make_shared<Causes>(result.size);
  for (std::size_t p = 0; p < pairs.elements.size(); ++p) {
    if (equal.is_known(p)) continue;
    auto& list = (*causes)[pairs.elements[p]];
    const auto& more = (*equal.causes)[p];
    list.insert(list.end(), more.begin(), more.end());
  }
  result.causes = causes;
}

/// true where an item is equal, else unknown where the comparison with one is, else false.
Vector any_equal(const Vector& value, const Vector& list, Context& context) {
  Vector result = truth_vector(false, value.size);
  if (lists_of(list).items) {
    const Pairs pairs = pairs_of(value, list);
    const Vector left = gather(flatten(value), pairs.elements);
    const Vector right = gather(*lists_of(list).items, pairs.items);
    const Vector equal = flatten(compare(typed::ComparisonOperator::kEqual, left, right, context));
    for (std::size_t p = 0; p < pairs.elements.size(); ++p) {
      const std::size_t i = pairs.elements[p];
      if (!equal.is_known(p)) result.known.clear(i);
      if (equal.is_true(p)) result.truth().set(i);
    }
    result.known |= result.truth();
    blame_items(result, pairs, equal);
  }
  return result;
}

/// The common case of a constant list of texts: one answer for each code of the column.
std::optional<Vector> by_code(const Vector& value, const Vector& list, Context& context) {
  if (value.kind != Kind::kString || !list.constant || value.constant || !value.dictionary) {
    return std::nullopt;
  }
  if (value.dictionary->size() > value.size) return std::nullopt;
  const std::size_t codes = value.dictionary->size();
  data::Codes all(codes);
  for (std::size_t c = 0; c < codes; ++c) all[c] = static_cast<std::int32_t>(c);
  Vector distinct = unknown_vector(Kind::kString, codes);
  distinct.values = std::move(all);
  distinct.known = Bitmap(codes, true);
  distinct.dictionary = value.dictionary;
  const Vector answers = any_equal(distinct, gather(list, Indices(codes, 0)), context);
  Indices places;
  for (const std::int32_t code : value.of<std::int32_t>()) {
    places.push_back(static_cast<std::uint32_t>(code));
  }
  if (codes == 0) return unknown_vector(Kind::kBoolean, value.size);
  Vector result = gather(answers, places);
  result.known &= value.known;
  result.truth() &= value.known;
  return result;
}

}  // namespace

Vector membership(const typed::Membership& it, const FramePtr& frame, Context& context) {
  const Vector value = evaluate(*it.value, frame, context);
  const Vector list = evaluate(*it.list, frame, context);
  auto quick = by_code(value, list, context);
  Vector result = quick ? std::move(*quick) : any_equal(value, list, context);
  for (std::size_t i = 0; i < value.size; ++i) {
    const bool empty_list = list.is_known(i) && lists_of(list).offsets[list.at(i)] ==
                                                    lists_of(list).offsets[list.at(i) + 1];
    // A missing value is unknown even in an empty list: nobody knows what it is.
    if (!list.is_known(i) || (empty_list && !value.is_known(i))) {
      result.known.clear(i);
      result.truth().clear(i);
    }
  }
  unite_causes(result, {&value, &list});
  return it.negated ? negation(std::move(result)) : result;
}

Vector list(const typed::ListOf& it, const typed::Node& node, const FramePtr& frame,
            Context& context) {
  Vector result = unknown_vector(node.type, frame->size());
  const std::size_t width = it.items.size();
  value::Type element{node.type.element, Kind::kError, node.type.table, std::nullopt};
  Vector items = unknown_vector(element, frame->size() * width);
  Lists lists{{0}, nullptr};
  for (std::size_t i = 0; i < frame->size(); ++i) {
    lists.offsets.push_back(static_cast<std::uint32_t>((i + 1) * width));
  }
  for (std::size_t k = 0; k < width; ++k) {
    Indices places;
    for (std::size_t i = 0; i < frame->size(); ++i) {
      places.push_back(static_cast<std::uint32_t>(i * width + k));
    }
    put(items, evaluate(*it.items[k], frame, context), places);
  }
  lists.items = std::make_shared<const Vector>(std::move(items));
  result.values = std::move(lists);
  result.known = Bitmap(frame->size(), true);
  return result;
}

FramePtr call_frame(const typed::DefinitionCall& it, const FramePtr& frame, Context& context) {
  const auto& definition = context.environment.definitions[static_cast<std::size_t>(it.definition)];
  auto inner = Frame::call(frame, definition.slots);
  inner->bind(0, frame->slot(0));
  for (std::size_t k = 0; k < it.arguments.size(); ++k) {
    inner->bind(static_cast<int>(k) + 1, evaluate(*it.arguments[k], frame, context));
  }
  return inner;
}

Vector definition(const typed::DefinitionCall& it, const FramePtr& frame, Context& context) {
  const auto& definition = context.environment.definitions[static_cast<std::size_t>(it.definition)];
  return evaluate(*definition.body, call_frame(it, frame, context), context);
}

}  // namespace remit::engine::expressions
