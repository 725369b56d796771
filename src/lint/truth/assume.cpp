#include "lang/typed_dump.h"
#include "lint/truth/facts.h"

namespace remit::lint {

namespace typed = lang::typed;
using typed::ComparisonOperator;
using typed::LogicalOperator;
using typed::NodePtr;

namespace {

ComparisonOperator opposite(ComparisonOperator op) {
  switch (op) {
    case ComparisonOperator::kEqual:
      return ComparisonOperator::kNotEqual;
    case ComparisonOperator::kNotEqual:
      return ComparisonOperator::kEqual;
    case ComparisonOperator::kLess:
      return ComparisonOperator::kGreaterEqual;
    case ComparisonOperator::kLessEqual:
      return ComparisonOperator::kGreater;
    case ComparisonOperator::kGreater:
      return ComparisonOperator::kLessEqual;
    case ComparisonOperator::kGreaterEqual:
      return ComparisonOperator::kLess;
  }
  return op;
}

/// The operator with its sides exchanged.
ComparisonOperator turned(ComparisonOperator op) {
  switch (op) {
    case ComparisonOperator::kLess:
      return ComparisonOperator::kGreater;
    case ComparisonOperator::kLessEqual:
      return ComparisonOperator::kGreaterEqual;
    case ComparisonOperator::kGreater:
      return ComparisonOperator::kLess;
    case ComparisonOperator::kGreaterEqual:
      return ComparisonOperator::kLessEqual;
    default:
      return op;
  }
}

Domain present(Domain domain) {
  domain.can_be_missing = false;
  return domain;
}

/// Whole units: what is above 5 is at least 6.
void close(Domain& domain, const value::Type& type) {
  if (type.kind == value::Kind::kNumber) return;
  if (domain.low_open) domain.low += 1;
  if (domain.high_open) domain.high -= 1;
  domain.low_open = false;
  domain.high_open = false;
}

/// What `x op other` leaves for x.
Domain allowed(ComparisonOperator op, const Domain& other, const value::Type& type) {
  Domain domain;
  domain.parameters = other.parameters;
  const bool below = op == ComparisonOperator::kLess || op == ComparisonOperator::kLessEqual;
  const bool above = op == ComparisonOperator::kGreater || op == ComparisonOperator::kGreaterEqual;
  if (op == ComparisonOperator::kEqual) {
    domain = other;
    domain.written = false;
  } else if (is_ordered(type) && below) {
    domain.high = other.high;
    domain.high_open = other.high_open || op == ComparisonOperator::kLess;
    close(domain, type);
  } else if (is_ordered(type) && above) {
    domain.low = other.low;
    domain.low_open = other.low_open || op == ComparisonOperator::kGreater;
    close(domain, type);
  } else if (op == ComparisonOperator::kNotEqual && is_text(type) && other.among &&
             other.among->size() == 1) {
    domain.without = *other.among;
  }
  return present(domain);
}

}  // namespace

/// Puts what follows from a condition into the facts. One overload a kind of node.
class Assumption {
 public:
  Assumption(Facts& facts, bool truth) : facts_(facts), truth_(truth) {}

  void operator()(const typed::Not& node) { facts_.assume(node.operand, !truth_); }
  void operator()(const typed::Logical& node) {
    const bool implies = node.op == LogicalOperator::kImplies;
    // `a implies b` is `not a or b`.
    const bool both = truth_ == (node.op == LogicalOperator::kAnd);
    const bool left = implies ? !truth_ : truth_;
    if (both) {
      facts_.assume(node.left, left);
      facts_.assume(node.right, truth_);
      return;
    }
    const Facts one = facts_.with(node.left, left);
    const Facts other = facts_.with(node.right, truth_);
    facts_.become_join(one, other);
  }
  void operator()(const typed::Comparison& node) {
    compare(truth_ ? node.op : opposite(node.op), node.left, node.right);
  }
  void operator()(const typed::BetweenTest& node) {
    if (!truth_) return present_only(node.value);
    compare(ComparisonOperator::kGreaterEqual, node.value, node.low);
    compare(ComparisonOperator::kLessEqual, node.value, node.high);
  }
  void operator()(const typed::Membership& node) {
    const bool inside = truth_ != node.negated;
    const Domain list = facts_.domain(node.list);
    Domain domain = inside ? present(list) : present({});
    domain.written = false;
    if (!inside) exclude_items(node.list, domain);
    facts_.narrow(node.value, domain);
  }
  void operator()(const typed::StateTest& node) {
    if (truth_ == node.negated) return present_only(node.operand);
    facts_.narrow(node.operand, missing_only());
  }
  void operator()(const typed::PatternTest& node) { present_only(node.value); }
  template <typename Other>
  void operator()(const Other&) {}

 private:
  void present_only(const NodePtr& node) { facts_.narrow(node, present({})); }
  void compare(ComparisonOperator op, const NodePtr& left, const NodePtr& right) {
    const Domain first = facts_.domain(left);
    const Domain second = facts_.domain(right);
    facts_.narrow(left, allowed(op, second, left->type));
    facts_.narrow(right, allowed(turned(op), first, right->type));
  }
  /// What is not in a list of texts: none of them, as far as they are in force at all times.
  void exclude_items(const NodePtr& list, Domain& domain) const {
    if (const auto* items = std::get_if<typed::ListOf>(&list->kind)) {
      for (const NodePtr& item : items->items) exclude_written(facts_.domain(item), domain);
    } else if (const auto* use = std::get_if<typed::SetUse>(&list->kind)) {
      const auto& set = facts_.environment().sets[static_cast<std::size_t>(use->set)];
      for (const lang::Dated& dated : set.values) {
        if (!dated.from && !dated.to) exclude_written(domain_of(dated.value), domain);
      }
    }
  }
  static void exclude_written(const Domain& item, Domain& domain) {
    if (item.written && item.among && item.among->size() == 1) {
      exclude(domain, *item.among->begin());
    }
  }

  Facts& facts_;
  bool truth_;
};

std::string Facts::name(const NodePtr& node) const {
  if (const auto* widen = std::get_if<typed::Widen>(&node->kind)) return name(widen->operand);
  return lang::dump(*node, *environment_);
}

void Facts::narrow(const NodePtr& node, const Domain& domain) {
  const Domain before = this->domain(node);
  const Domain after = meet(before, domain);
  // What is written cannot change, and two settings that differ are a switch.
  if (before.written) return;
  values_[name(node)] = after;
  contradictory_ = contradictory_ || after.impossible();
}

void Facts::become_join(const Facts& left, const Facts& right) {
  if (left.contradictory_ || right.contradictory_) {
    *this = left.contradictory_ ? right : left;
    return;
  }
  std::map<std::string, Domain> values;
  for (const auto& [name, domain] : left.values_) {
    const auto other = right.values_.find(name);
    if (other != right.values_.end()) values.emplace(name, join(domain, other->second));
  }
  std::map<std::string, bool> conditions;
  for (const auto& [name, truth] : left.conditions_) {
    const auto other = right.conditions_.find(name);
    if (other != right.conditions_.end() && other->second == truth) conditions.emplace(name, truth);
  }
  values_ = std::move(values);
  conditions_ = std::move(conditions);
}

void Facts::assume(const NodePtr& node, bool truth) {
  if (!node || contradictory_) return;
  // The parts of `and` and `or` are asked one by one.
  if (!std::holds_alternative<typed::Logical>(node->kind)) {
    const Truth possible = this->truth(node);
    contradictory_ = truth ? !possible.can_be_true : !possible.can_be_false;
    if (contradictory_) return;
  }
  Assumption assumption(*this, truth);
  std::visit(assumption, node->kind);
  conditions_[name(node)] = truth;
}

void Facts::assume_missing(const NodePtr& node) { narrow(node, missing_only()); }

Facts Facts::with(const NodePtr& node, bool truth) const {
  Facts facts = *this;
  facts.assume(node, truth);
  return facts;
}

Facts Facts::with(const typed::Binding& binding) const {
  return binding.where ? with(binding.where, true) : *this;
}

Domain Facts::domain(const NodePtr& node) const {
  Domain own = domain_by_itself(*node, *this);
  if (own.written || values_.empty()) return own;
  const auto known = values_.find(name(node));
  return known == values_.end() ? own : meet(own, known->second);
}

}  // namespace remit::lint
