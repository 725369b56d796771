#include "engine/reference/kinds/unique.h"

#include <algorithm>

#include "engine/reference/interpreter.h"
#include "engine/reference/operators.h"

// Decisions where the language page is silent:
// - A subject that the effective dates exclude, but for which `when` holds, is still one that a
//   later subject can clash with: the page lets only `when` choose. One whose own date is after
//   the as-of date is not, since nothing after it is judged.
// - Keys of durations of several families differ.
// - The overlap with an instant is its one day; an overlap without end has none in the finding.
namespace remit::engine::reference {
namespace {

struct Claim {
  std::vector<Value> key;
  std::optional<value::Period> during;
  bool known = true;
};

Claim claim(const World& world, const rules::Unique& rule, const Rival& rival) {
  Claim result;
  for (const NodePtr& part : rule.key) {
    result.key.push_back(evaluate(world, *part, rival.frame));
    if (result.key.back().is_missing()) result.known = false;
  }
  if (rule.while_) {
    result.during = evaluate_period(world, rule.while_, rival.frame);
    if (!result.during) result.known = false;
  }
  return result;
}

bool same_key(const Claim& left, const Claim& right) {
  for (std::size_t i = 0; i < left.key.size(); ++i) {
    if (equal(left.key[i], right.key[i]) != true) return false;
  }
  return true;
}

bool clash(const Claim& left, const Claim& right) {
  if (!left.known || !right.known || !same_key(left, right)) return false;
  return !left.during || value::overlaps(*left.during, *right.during);
}

/// The order of the start of `while`, then the primary key.
std::vector<std::size_t> in_order(const std::vector<Rival>& rivals,
                                  const std::vector<Claim>& claims) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < rivals.size(); ++i) {
    if (claims[i].known) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    const auto& first = claims[left].during;
    const auto& second = claims[right].during;
    if (first && second && first->from != second->from) return first->from < second->from;
    return rivals[left].candidate->key < rivals[right].candidate->key;
  });
  return order;
}

Days overlap(const Claim& left, const Claim& right) {
  const value::Period shared = value::overlap(*left.during, *right.during);
  return {value::first_day(shared), value::end_day(shared)};
}

}  // namespace

std::vector<Clash> clashes(const World& world, const rules::Unique& rule,
                           const std::vector<Rival>& rivals) {
  std::vector<Claim> claims;
  std::vector<Clash> result(rivals.size());
  for (std::size_t i = 0; i < rivals.size(); ++i) {
    claims.push_back(claim(world, rule, rivals[i]));
    result[i].unknown = !claims[i].known;
  }
  std::vector<std::size_t> earlier;
  for (const std::size_t i : in_order(rivals, claims)) {
    const auto first = std::find_if(earlier.begin(), earlier.end(), [&](std::size_t other) {
      return clash(claims[other], claims[i]);
    });
    if (first != earlier.end()) {
      result[i].violation =
          rule.while_ ? overlap(claims[*first], claims[i]) : *rivals[i].placement.judged;
    }
    earlier.push_back(i);
  }
  return result;
}

}  // namespace remit::engine::reference
