#include <fmt/format.h>

#include "prose/collections.h"
#include "prose/condition.h"
#include "prose/value.h"

namespace remit::prose {

Statement quantified(const lang::typed::Quantified& node, bool wanted, Context& context) {
  using lang::Quantifier;
  // To deny `every` is to find one of which the rest is not so.
  const bool every = node.quantifier == Quantifier::kEvery;
  const bool one = every ? !wanted : (node.quantifier == Quantifier::kSome) == wanted;
  const char* words = one ? "at least one of" : every ? "each of" : "none of";
  const Scope scope(context);
  const std::string rows = collection(node.binding, context);
  const bool satisfied = !every || wanted;
  const std::string relation = relative_to(node.satisfies, satisfied, node.binding.slot, context);
  if (!relation.empty()) return {fmt::format("{} {} is one {}", words, rows, relation), {}};
  const Focus focus(context, node.binding.slot);
  return led(fmt::format("for {} {}, ", words, rows),
             condition(node.satisfies, satisfied, context));
}

}  // namespace remit::prose
