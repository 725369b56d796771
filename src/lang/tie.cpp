#include "lang/tie.h"

#include <set>
#include <vector>

#include "lang/walk.h"

namespace remit::lang {
namespace {

using typed::NodePtr;

// The equalities that hold whenever the whole condition does.
std::vector<const typed::Comparison*> equalities(const typed::Node& where) {
  std::vector<const typed::Comparison*> found;
  std::vector<const typed::Node*> open{&where};
  while (!open.empty()) {
    const typed::Node& node = *open.back();
    open.pop_back();
    if (const auto* logical = std::get_if<typed::Logical>(&node.kind);
        logical != nullptr && logical->op == typed::LogicalOperator::kAnd) {
      open.push_back(logical->right.get());
      open.push_back(logical->left.get());
    } else if (const auto* comparison = std::get_if<typed::Comparison>(&node.kind);
               comparison != nullptr && comparison->op == typed::ComparisonOperator::kEqual) {
      found.push_back(comparison);
    }
  }
  return found;
}

// A tie whose outer side changes with the subject, or one with a constant, or none.
struct Candidate {
  typed::Tie tie;
  bool to_subject = false;
};

std::optional<Candidate> candidate(const Environment& environment, int slot, const NodePtr& element,
                                   const NodePtr& outer) {
  // The element's side is worked out once for all rows, whatever the subject: it may use neither
  // what is bound outside nor what changes with the rule's own date.
  const Needs inner = needs_of(*element, environment);
  if (inner.slots != std::set<int>{slot} || inner.own_date) return std::nullopt;
  const Needs outside = needs_of(*outer, environment);
  if (outside.slots.count(slot) > 0) return std::nullopt;
  return Candidate{{element, outer}, !outside.slots.empty()};
}

}  // namespace

std::optional<typed::Tie> find_tie(const Environment& environment, int slot, const NodePtr& where) {
  std::optional<typed::Tie> second_best;
  if (where == nullptr) return second_best;
  for (const typed::Comparison* equality : equalities(*where)) {
    for (const bool swapped : {false, true}) {
      const auto found = candidate(environment, slot, swapped ? equality->right : equality->left,
                                   swapped ? equality->left : equality->right);
      if (!found.has_value()) continue;
      if (found->to_subject) return found->tie;
      if (!second_best.has_value()) second_best = found->tie;
    }
  }
  return second_best;
}

}  // namespace remit::lang
