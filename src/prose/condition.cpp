#include "prose/condition.h"

#include <algorithm>

#include <fmt/format.h>

#include "prose/value.h"

namespace remit::prose {
namespace {

namespace typed = lang::typed;
using typed::LogicalOperator;

/// A condition, and whether it or its opposite is meant. To push a `not` inwards changes nothing,
/// in three-valued logic too.
struct Leaf {
  NodePtr node;
  bool wanted;
};

/// The truth that a boolean is compared with, where it is written out.
std::optional<bool> constant_truth(const NodePtr& node) {
  const auto* constant = std::get_if<typed::Constant>(&node->kind);
  const bool* truth = constant == nullptr ? nullptr : std::get_if<bool>(&constant->value.data);
  return truth == nullptr ? std::nullopt : std::optional<bool>(*truth);
}

Leaf stripped(Leaf leaf) {
  if (const auto* negation = std::get_if<typed::Not>(&leaf.node->kind)) {
    return stripped({negation->operand, !leaf.wanted});
  }
  const auto* comparison = std::get_if<typed::Comparison>(&leaf.node->kind);
  if (comparison == nullptr || comparison->op > typed::ComparisonOperator::kNotEqual) return leaf;
  const bool equal = comparison->op == typed::ComparisonOperator::kEqual;
  for (const auto& [one, other] :
       {std::pair{comparison->left, comparison->right}, {comparison->right, comparison->left}}) {
    const auto truth = constant_truth(other);
    if (truth) return stripped({one, leaf.wanted == (equal == *truth)});
  }
  return leaf;
}

enum class Shape { kClause, kAll, kAny, kIf, kQuantified, kChoice };

Shape shape_of(const Leaf& leaf) {
  if (std::holds_alternative<typed::Quantified>(leaf.node->kind)) return Shape::kQuantified;
  if (std::holds_alternative<typed::Conditional>(leaf.node->kind)) return Shape::kChoice;
  const auto* logical = std::get_if<typed::Logical>(&leaf.node->kind);
  if (logical == nullptr) return Shape::kClause;
  switch (logical->op) {
    case LogicalOperator::kAnd:
      return leaf.wanted ? Shape::kAll : Shape::kAny;
    case LogicalOperator::kOr:
      return leaf.wanted ? Shape::kAny : Shape::kAll;
    case LogicalOperator::kImplies:
      return leaf.wanted ? Shape::kIf : Shape::kAll;
  }
  return Shape::kClause;
}

/// The two sides of a logical operator under the polarity of the whole.
std::pair<Leaf, Leaf> sides(const Leaf& leaf) {
  const auto& logical = std::get<typed::Logical>(leaf.node->kind);
  const bool implies = logical.op == LogicalOperator::kImplies;
  return {stripped({logical.left, implies ? true : leaf.wanted}),
          stripped({logical.right, leaf.wanted})};
}

/// What is joined by the same word, in order.
void flatten(const Leaf& leaf, Shape shape, std::vector<Leaf>& leaves) {
  if (shape_of(leaf) != shape) {
    leaves.push_back(leaf);
    return;
  }
  const auto [left, right] = sides(leaf);
  flatten(left, shape, leaves);
  flatten(right, shape, leaves);
}

bool all_clauses(const std::vector<Leaf>& leaves) {
  return std::all_of(leaves.begin(), leaves.end(),
                     [](const Leaf& leaf) { return shape_of(leaf) == Shape::kClause; });
}

/// Whether a clause has an `and` or `or` of its own, so that one more would be read two ways.
bool has_joint(std::string text) {
  for (const std::string_view harmless : {"on or before", "on or after"}) {
    for (auto at = text.find(harmless); at != std::string::npos; at = text.find(harmless)) {
      text.erase(at, harmless.size());
    }
  }
  return text.find(" and ") != std::string::npos || text.find(" or ") != std::string::npos;
}

Statement say(const Leaf& leaf, Context& context);

/// A clause after which another about the same subject can go on.
bool can_go_on(const Clause& first, const Clause& next) {
  return first.subject == next.subject && !has_joint(first.predicate) && !has_joint(next.predicate);
}

/// What is said of one thing after the other as one: `its end date is recorded and is after 1 May`.
std::vector<Clause> merged(const std::vector<Clause>& clauses, std::string_view word) {
  std::vector<Clause> result;
  for (const Clause& each : clauses) {
    if (!result.empty() && can_go_on(result.back(), each)) {
      result.back().predicate += fmt::format(" {} {}", word, each.predicate);
    } else {
      result.push_back(each);
    }
  }
  return result;
}

/// The leaves one by one; clauses about one thing that stand together are one item.
std::vector<Statement> items_of(const std::vector<Leaf>& leaves, std::string_view word,
                                Context& context) {
  std::vector<Statement> items;
  Clause last;
  for (const Leaf& leaf : leaves) {
    Clause said;
    Statement item = shape_of(leaf) != Shape::kClause ? say(leaf, context) : context.gather([&] {
      said = clause(leaf.node, leaf.wanted, context);
      return Statement{said.text(), {}};
    });
    const bool goes_on = !said.subject.empty() && can_go_on(last, said) && item.items.empty() &&
                         items.back().items.empty();
    if (goes_on) {
      items.back().text += fmt::format(" {} {}", word, said.predicate);
      said.predicate = last.predicate + fmt::format(" {} ", word) + said.predicate;
    } else {
      items.push_back(std::move(item));
    }
    last = said;
  }
  return items;
}

/// `a and b`, or a list under `all of these are true`.
Statement joint(const std::vector<Leaf>& leaves, Shape shape, Context& context) {
  constexpr std::size_t kLongest = 150;
  const bool all = shape == Shape::kAll;
  Statement list{all ? "all of these are true:" : "at least one of these is true:", {}};
  list.items = items_of(leaves, all ? "and" : "or", context);
  if (list.items.size() == 1) return list.items.front();
  std::vector<std::string> texts;
  std::size_t length = 0;
  for (const Statement& item : list.items) {
    if (!item.items.empty() || has_joint(item.text)) return list;
    texts.push_back(item.text);
    length += item.text.size();
  }
  const bool fits = all_clauses(leaves) && leaves.size() <= 3 && length <= kLongest;
  return fits ? Statement{fmt::format("{}", fmt::join(texts, all ? " and " : " or ")), {}} : list;
}

Statement implication(const Leaf& leaf, Context& context) {
  const auto [premise, conclusion] = sides(leaf);
  Statement list{"this is so:", {}};
  list.items.push_back(led("if ", say(premise, context)));
  list.items.push_back(led("then ", say(conclusion, context)));
  const bool fits = list.items[0].items.empty() && list.items[1].items.empty() &&
                    all_clauses({premise, conclusion});
  if (!fits) return list;
  return {list.items[0].text + ", " + list.items[1].text, {}};
}

/// `if this: that`; a long condition has its list first, and `then` under it.
Statement branch(const NodePtr& when, const NodePtr& then, bool wanted, Context& context) {
  Statement premise = led("if ", condition(when, true, context));
  Statement conclusion = condition(then, wanted, context);
  if (premise.items.empty()) return led(premise.text + ": ", std::move(conclusion));
  premise.items.push_back(led("then ", std::move(conclusion)));
  return premise;
}

Statement choice_of_conditions(const typed::Conditional& node, bool wanted, Context& context) {
  Statement list{"this is so, by the first line that applies:", {}};
  const NodePtr* rest = nullptr;
  for (const auto* each = &node; each != nullptr;) {
    list.items.push_back(branch(each->condition, each->then, wanted, context));
    rest = &each->otherwise;
    each = std::get_if<typed::Conditional>(&(*rest)->kind);
  }
  list.items.push_back(led("otherwise: ", condition(*rest, wanted, context)));
  return list;
}

Statement say(const Leaf& leaf, Context& context) {
  return context.gather([&]() -> Statement {
    const Shape shape = shape_of(leaf);
    if (shape == Shape::kAll || shape == Shape::kAny) {
      std::vector<Leaf> leaves;
      flatten(leaf, shape, leaves);
      return joint(leaves, shape, context);
    }
    if (shape == Shape::kIf) return implication(leaf, context);
    if (shape == Shape::kQuantified) {
      return quantified(std::get<typed::Quantified>(leaf.node->kind), leaf.wanted, context);
    }
    if (shape == Shape::kChoice) {
      const auto& node = std::get<typed::Conditional>(leaf.node->kind);
      return choice_of_conditions(node, leaf.wanted, context);
    }
    return {clause(leaf.node, leaf.wanted, context).text(), {}};
  });
}

std::vector<Leaf> parts_of(const NodePtr& where) {
  std::vector<Leaf> leaves;
  flatten(stripped({where, true}), Shape::kAll, leaves);
  return leaves;
}

/// `“registered” holds for it` is said of what goes before: `for which “registered” holds`.
std::string without_it(std::string text) {
  constexpr std::string_view kForIt = " for it";
  constexpr std::string_view kItAnd = "it and ";
  if (text.ends_with(kForIt)) return text.erase(text.size() - kForIt.size());
  const std::size_t at = text.find(" for it and ");
  if (at != std::string::npos) text.erase(at + std::string_view(" for ").size(), kItAnd.size());
  return text;
}

std::string relative_clause(const Clause& said) {
  constexpr std::size_t kIts = 4;
  if (said.subject == "it") {
    const bool has = said.predicate.starts_with("has ");
    return has ? "with " + said.predicate.substr(kIts) : "that " + said.predicate;
  }
  if (!said.subject.starts_with("its ")) return "for which " + without_it(said.text());
  return fmt::format("whose {} {}", said.subject.substr(kIts), said.predicate);
}

}  // namespace

Statement condition(const NodePtr& node, bool wanted, Context& context) {
  return say(stripped({node, wanted}), context);
}

bool is_short(const NodePtr& where) {
  if (where == nullptr) return true;
  const std::vector<Leaf> leaves = parts_of(where);
  return leaves.size() <= 3 && all_clauses(leaves);
}

std::string relative_to(const NodePtr& node, bool wanted, int slot, Context& context) {
  const Leaf leaf = stripped({node, wanted});
  if (shape_of(leaf) != Shape::kClause) return {};
  const Focus focus(context, slot);
  return relative_clause(clause(leaf.node, leaf.wanted, context));
}

std::string relative(const NodePtr& where, int slot, Context& context) {
  if (where == nullptr) return {};
  if (!is_short(where)) {
    const Focus nobody(context, -1);
    const auto met = [&] { return led("is met if ", condition(where, true, context)); };
    return " " + context.put_below("that meet", met);
  }
  const Focus focus(context, slot);
  std::vector<Clause> clauses;
  for (const Leaf& leaf : parts_of(where)) {
    clauses.push_back(clause(leaf.node, leaf.wanted, context));
  }
  std::vector<std::string> texts;
  for (const Clause& each : merged(clauses, "and")) texts.push_back(relative_clause(each));
  return " " + joined(texts, "and");
}

}  // namespace remit::prose
