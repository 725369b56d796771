#include "lint/truth/facts.h"

namespace remit::lint {

namespace typed = lang::typed;
using typed::ComparisonOperator;
using typed::LogicalOperator;
using typed::NodePtr;

namespace {

Truth negation(Truth truth) {
  std::swap(truth.can_be_true, truth.can_be_false);
  return truth;
}

Truth nothing() { return {false, false, false}; }

Truth either(const Truth& left, const Truth& right) {
  return {left.can_be_true || right.can_be_true, left.can_be_false || right.can_be_false,
          left.can_be_unknown || right.can_be_unknown};
}

/// `left and right`; `after` is what the right side can be where the left one is true.
Truth conjunction(const Truth& left, const Truth& right, const Truth& after) {
  Truth both;
  both.can_be_true = left.can_be_true && after.can_be_true;
  both.can_be_false = left.can_be_false || (left.can_be_true && after.can_be_false) ||
                      (left.can_be_unknown && right.can_be_false);
  both.can_be_unknown = (left.can_be_true && after.can_be_unknown) ||
                        (left.can_be_unknown && (right.can_be_true || right.can_be_unknown));
  return both;
}

Truth conjunction(const Truth& left, const Truth& right) { return conjunction(left, right, right); }

}  // namespace

/// One overload a kind of node that can be a condition.
class TruthFinder {
 public:
  TruthFinder(const Facts& facts, const NodePtr& node) : facts_(facts), node_(node) {}

  Truth operator()(const typed::Constant& node) const {
    if (node.value.is_missing()) return {false, false, true};
    const auto* truth = std::get_if<bool>(&node.value.data);
    return truth ? Truth{*truth, !*truth, false} : Truth{};
  }
  Truth operator()(const typed::Not& node) const { return negation(facts_.truth(node.operand)); }
  Truth operator()(const typed::Logical& node) const {
    const Truth left = facts_.truth(node.left);
    const Truth right = facts_.truth(node.right);
    if (node.op == LogicalOperator::kAnd) {
      return conjunction(left, right, facts_.with(node.left, true).truth(node.right));
    }
    // `a or b` is `not (not a and not b)`; of `a implies b` the left side is turned once more.
    const bool implies = node.op == LogicalOperator::kImplies;
    const Truth first = implies ? left : negation(left);
    const Truth after = facts_.with(node.left, implies).truth(node.right);
    return negation(conjunction(first, negation(right), negation(after)));
  }
  Truth operator()(const typed::Comparison& node) const {
    if (facts_.name(node.left) == facts_.name(node.right)) return of_itself(node);
    return compare(node.op, facts_.domain(node.left), facts_.domain(node.right), node.left->type);
  }
  Truth operator()(const typed::BetweenTest& node) const {
    const Domain value = facts_.domain(node.value);
    const value::Type& type = node.value->type;
    const Domain low = facts_.domain(node.low);
    const Domain high = facts_.domain(node.high);
    Truth truth = conjunction(compare(ComparisonOperator::kGreaterEqual, value, low, type),
                              compare(ComparisonOperator::kLessEqual, value, high, type));
    const bool reversed = is_ordered(type) && low.parameters.empty() && high.parameters.empty() &&
                          low.low > high.high;
    if (reversed) truth.can_be_true = false;
    return truth;
  }
  Truth operator()(const typed::Membership& node) const {
    const Truth truth = in_list(node);
    return node.negated ? negation(truth) : truth;
  }
  Truth operator()(const typed::StateTest& node) const {
    const Domain domain = facts_.domain(node.operand);
    const Truth truth{domain.can_be_missing, domain.can_be_present, false};
    return node.negated ? negation(truth) : truth;
  }
  Truth operator()(const typed::DistinctTest& node) const {
    Truth same{true, true, false};
    if (facts_.name(node.left) == facts_.name(node.right)) same.can_be_false = false;
    return node.negated ? same : negation(same);
  }
  Truth operator()(const typed::Conditional& node) const {
    const Truth condition = facts_.truth(node.condition);
    const Truth then = facts_.with(node.condition, true).truth(node.then);
    const Truth otherwise = facts_.with(node.condition, false).truth(node.otherwise);
    Truth chosen = nothing();
    if (condition.can_be_true) chosen = either(chosen, then);
    if (condition.can_be_false) chosen = either(chosen, otherwise);
    chosen.can_be_unknown = chosen.can_be_unknown || condition.can_be_unknown;
    return chosen;
  }
  Truth operator()(const typed::Quantified& node) const {
    const Facts inside = facts_.with(node.binding);
    const Truth element =
        inside.contradictory() ? Truth{false, true, true} : inside.truth(node.satisfies);
    switch (node.quantifier) {
      case lang::Quantifier::kSome:
        return {element.can_be_true, true, true};
      case lang::Quantifier::kNo:
        return {true, element.can_be_true, true};
      case lang::Quantifier::kEvery:
        return {true, element.can_be_false && !inside.contradictory(), true};
    }
    return {};
  }
  /// Anything else that is true or false: a field, a parameter, what a call gives.
  template <typename Other>
  Truth operator()(const Other&) const {
    const Domain domain = facts_.domain(node_);
    if (domain.written) return {};
    Truth truth{domain.can_be_present, domain.can_be_present, domain.can_be_missing};
    if (domain.among) {
      truth.can_be_true = truth.can_be_true && domain.among->count("true") > 0;
      truth.can_be_false = truth.can_be_false && domain.among->count("false") > 0;
    }
    return truth;
  }

 private:
  /// Something compared with itself.
  Truth of_itself(const typed::Comparison& node) const {
    const bool holds = node.op == ComparisonOperator::kEqual ||
                       node.op == ComparisonOperator::kLessEqual ||
                       node.op == ComparisonOperator::kGreaterEqual;
    const Domain domain = facts_.domain(node.left);
    const bool present = domain.can_be_present;
    return {holds && present, !holds && present, domain.can_be_missing};
  }
  Truth in_list(const typed::Membership& node) const {
    const Domain value = facts_.domain(node.value);
    const Domain list = facts_.domain(node.list);
    Truth truth = compare(ComparisonOperator::kEqual, value, list, node.value->type);
    // Which of them are in force depends on the date, and only texts are looked at one by one.
    truth.can_be_false = truth.can_be_false || !covers_all(node.list, value);
    if (covers_all(node.list, value)) truth.can_be_false = false;
    truth.can_be_unknown = true;
    if (!value.can_be_present) truth.can_be_false = false;
    if (!value.can_be_missing && !list.can_be_missing) truth.can_be_unknown = false;
    return truth;
  }
  /// Whether every text that the value can be stands in the list, at all times.
  bool covers_all(const NodePtr& list, const Domain& value) const {
    if (!value.among) return false;
    Domain left = value;
    const auto remove = [&](const Domain& item) {
      if (item.written && item.parameters.empty() && item.among && item.among->size() == 1) {
        left.among->erase(*item.among->begin());
      }
    };
    if (const auto* items = std::get_if<typed::ListOf>(&list->kind)) {
      for (const NodePtr& item : items->items) remove(facts_.domain(item));
    } else if (const auto* use = std::get_if<typed::SetUse>(&list->kind)) {
      const auto& set = facts_.environment().sets[static_cast<std::size_t>(use->set)];
      for (const lang::Dated& dated : set.values) {
        if (!dated.from && !dated.to) remove(domain_of(dated.value));
      }
    }
    return left.among->empty();
  }

  const Facts& facts_;
  const NodePtr& node_;
};

Truth Facts::truth(const NodePtr& node) const {
  if (contradictory_) return nothing();
  if (--*budget_ < 0) return {};
  const auto known = conditions_.find(name(node));
  if (known != conditions_.end()) return {known->second, !known->second, false};
  return std::visit(TruthFinder(*this, node), node->kind);
}

}  // namespace remit::lint
