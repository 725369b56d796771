#include "engine/elements.h"
#include "engine/expression.h"

namespace remit::engine::expressions {
namespace {

/// The causes of the elements that left their owner undecided.
void blame_elements(Vector& result, const Elements& elements, const Vector& outcome,
                    const Context& context) {
  if (!context.trace) return;
  auto causes = std::make_shared<Causes>(result.size);
  for (std::size_t k = 0; k < outcome.size; ++k) {
    if (outcome.is_known(k) || !outcome.causes) continue;
    auto& list = (*causes)[elements.owner[k]];
    const auto& more = (*outcome.causes)[outcome.at(k)];
    list.insert(list.end(), more.begin(), more.end());
  }
  elements.unknown.each([&](std::size_t i) {
    if (!elements.causes) return;
    const auto& more = (*elements.causes)[i];
    (*causes)[i].insert((*causes)[i].end(), more.begin(), more.end());
  });
  result.causes = causes;
}

/// Whether some element is true: true, else unknown where one is, else false.
Vector any(const Elements& elements, const Vector& outcome, const Context& context) {
  Vector result = truth_vector(false, elements.outer->size());
  for (std::size_t k = 0; k < outcome.size; ++k) {
    if (!outcome.is_known(k)) result.known.clear(elements.owner[k]);
    if (outcome.is_true(k)) result.truth().set(elements.owner[k]);
  }
  elements.open.each([&](std::size_t i) { result.known.clear(i); });
  result.known |= result.truth();
  result.known.subtract(elements.unknown);
  result.truth().subtract(elements.unknown);
  blame_elements(result, elements, outcome, context);
  return result;
}

}  // namespace

Vector quantified(const typed::Quantified& it, const FramePtr& frame, Context& context) {
  Elements elements = expand(it.binding, frame, MissingRow::kUnknown, context);
  keep_where(elements, it.binding.where, context);
  Vector outcome = flatten(evaluate(*it.satisfies, elements.frame, context));
  // `every`: none that satisfies `where` and not the condition.
  const bool every = it.quantifier == lang::Quantifier::kEvery;
  if (every) outcome = negation(std::move(outcome));
  outcome = conjunction(elements.where, outcome);
  Vector found = any(elements, outcome, context);
  return it.quantifier == lang::Quantifier::kSome ? found : negation(std::move(found));
}

}  // namespace remit::engine::expressions
