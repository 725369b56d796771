#include "lang/parse/lower.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lang/parse/fault.h"
#include "lang/parse/literal.h"
#include "lang/parse/lower_words.h"

namespace remit::lang::parse {
namespace {

Fault fault_at(const Node& node, const char* code, std::string message, std::string help) {
  return {code, std::move(message), std::move(help), node.first->begin, node.last->end};
}

void check_depth(const Node& node, int depth) {
  if (depth <= kMaxDepth) return;
  throw fault_at(node, "nesting-too-deep",
                 fmt::format("the expression chains more than {} operators", kMaxDepth),
                 "compare with a list, `x in [...]`, or split it up with `definitions`");
}

const Node& test_of(const Node& test) {
  return test.shape == Shape::kNot ? test.parts.front() : test;
}

}  // namespace

text::Span Lowering::span(const Node& from, const Node& to) const {
  return excerpt_.span(from.first->begin, to.last->end);
}

ExpressionPtr Lowering::expression(const Node& node, int depth) const {
  check_depth(node, depth);
  switch (node.shape) {
    case Shape::kToken:
      return token(node);
    case Shape::kConditional:
      return conditional(node, depth);
    case Shape::kImplication:
      return implication(node, depth);
    case Shape::kDisjunction:
    case Shape::kConjunction:
    case Shape::kSum:
    case Shape::kProduct:
      return chain(node, depth);
    case Shape::kNegation:
      return make(span(node),
                  Unary{UnaryOperator::kNot, expression(node.parts.front(), depth + 1)});
    case Shape::kMinus:
      return make(span(node),
                  Unary{UnaryOperator::kNegate, expression(node.parts.front(), depth + 1)});
    case Shape::kComparison:
      return comparison(node, depth);
    case Shape::kPostfix:
      return postfix(node, depth);
    case Shape::kGroup:
      return expression(node.parts.front(), depth + 1);
    case Shape::kList:
      return make(span(node), ListOf{items(node, depth + 1)});
    case Shape::kCall:
      return call(node, depth);
    case Shape::kQuantified:
      return quantified(node, depth);
    default:
      return aggregate(node, depth);
  }
}

ExpressionPtr Lowering::token(const Node& node) const {
  const Token& token = *node.first;
  if (token.is_word("as_of")) return make(span(node), AsOf{});
  if (token.kind != TokenKind::kName) return make(span(node), Literal{literal_value(token)});
  check_name(token);
  return make(span(node), NameUse{std::string(token.text)});
}

ExpressionPtr Lowering::conditional(const Node& node, int depth) const {
  return make(span(node),
              If{expression(node.parts[0], depth + 1), expression(node.parts[1], depth + 1),
                 expression(node.parts[2], depth + 1)});
}

ExpressionPtr Lowering::chain(const Node& node, int depth) const {
  const int steps = static_cast<int>(node.parts.size()) - 1;
  check_depth(node, depth + steps);
  ExpressionPtr left = expression(node.parts.front(), depth + steps);
  for (int i = 1; i <= steps; ++i) {
    const Node& step = node.parts[static_cast<std::size_t>(i)];
    const Node& sign = step.parts[0];
    ExpressionPtr right = expression(step.parts[1], depth + steps - i + 1);
    left =
        make(span(node.parts.front(), step),
             Binary{binary_operator(*sign.first), std::move(left), std::move(right), span(sign)});
  }
  return left;
}

ExpressionPtr Lowering::implication(const Node& node, int depth) const {
  const Node& step = node.parts[1];
  return make(span(node), Binary{BinaryOperator::kImplies, expression(node.parts[0], depth + 1),
                                 expression(step.parts[1], depth + 1), span(step.parts[0])});
}

ExpressionPtr Lowering::comparison(const Node& node, int depth) const {
  if (node.parts.size() > 2) throw chain_fault(node);
  const bool negated = node.parts[1].shape == Shape::kNot;
  const Node& test = test_of(node.parts[1]);
  const auto left = [&] { return expression(node.parts[0], depth + 1); };
  switch (test.shape) {
    case Shape::kRelation:
      return make(span(node), Binary{binary_operator(*test.parts[0].first), left(),
                                     expression(test.parts[1], depth + 1), span(test.parts[0])});
    case Shape::kIn:
      return make(span(node), In{left(), expression(test.parts[0], depth + 1), negated});
    case Shape::kBetween:
      return between(node, depth);
    case Shape::kIs:
      return is_state(node, depth);
    default:
      return matches(node, test, negated, depth);
  }
}

ExpressionPtr Lowering::between(const Node& node, int depth) const {
  const Node& bounds = node.parts[1];
  return make(span(node),
              Between{expression(node.parts[0], depth + 1), expression(bounds.parts[0], depth + 1),
                      expression(bounds.parts[1], depth + 1)});
}

ExpressionPtr Lowering::is_state(const Node& node, int depth) const {
  const Node& test = node.parts[1];
  const Node& state = test.parts.back();
  const bool negated = test.parts.size() == 2;
  ExpressionPtr left = expression(node.parts[0], depth + 1);
  if (state.shape == Shape::kDistinct) {
    return make(span(node),
                IsDistinct{std::move(left), expression(state.parts[0], depth + 1), negated});
  }
  const auto word = state.first->text == "missing" ? StateWord::kMissing : StateWord::kUnknown;
  return make(span(node), IsState{std::move(left), word, negated});
}

ExpressionPtr Lowering::matches(const Node& node, const Node& test, bool negated, int depth) const {
  const Node& pattern = test.parts[0];
  return make(span(node), Matches{expression(node.parts[0], depth + 1), string_text(*pattern.first),
                                  span(pattern), negated});
}

ExpressionPtr Lowering::postfix(const Node& node, int depth) const {
  const int steps = static_cast<int>(node.parts.size()) - 1;
  check_depth(node, depth + steps);
  ExpressionPtr object = expression(node.parts.front(), depth + steps);
  for (auto member = node.parts.begin() + 1; member != node.parts.end(); ++member) {
    object = make(span(node.parts.front(), *member), Member{std::move(object), name(*member)});
  }
  return object;
}

ExpressionPtr Lowering::call(const Node& node, int depth) const {
  check_function(*node.parts[0].first);
  return make(span(node), Call{name(node.parts[0]), items(node.parts[1], depth + 1)});
}

std::vector<ExpressionPtr> Lowering::items(const Node& node, int depth) const {
  std::vector<ExpressionPtr> lowered;
  if (node.parts.empty()) return lowered;
  for (const Node& item : node.parts.front().parts) lowered.push_back(expression(item, depth));
  return lowered;
}

ExpressionPtr Lowering::quantified(const Node& node, int depth) const {
  return make(span(node),
              Quantified{quantifier(*node.parts[0].first), binding(node.parts[1], depth + 1),
                         expression(node.parts[2], depth + 1)});
}

ExpressionPtr Lowering::aggregate(const Node& node, int depth) const {
  return make(span(node), Aggregate{aggregate_function(*node.parts[0].first),
                                    comprehension(node.parts[1], depth + 1)});
}

Comprehension Lowering::comprehension(const Node& node, int depth) const {
  Comprehension made;
  made.span = span(node);
  const bool has_over = node.parts.back().shape == Shape::kOver;
  if (!has_over || node.parts.size() == 2) made.head = expression(node.parts[0], depth + 1);
  if (!has_over) return made;
  for (const Node& part : node.parts.back().parts) {
    if (part.shape == Shape::kBindings) made.bindings = bindings(part, depth);
    if (part.shape == Shape::kBy) made.by = expression(part.parts[0], depth + 1);
    if (part.shape == Shape::kElse) made.otherwise = expression(part.parts[0], depth + 1);
  }
  if (!made.head && made.bindings.size() > 1) {
    throw fault_at(node.parts.back().parts[0].parts[1], "missing-head",
                   "several bindings need a head before them",
                   "say what each combination gives: `x.field for x in ..., y in ...`");
  }
  return made;
}

std::vector<Binding> Lowering::bindings(const Node& node, int depth) const {
  std::vector<Binding> made;
  for (const Node& part : node.parts) made.push_back(binding(part, depth));
  return made;
}

Binding Lowering::binding(const Node& node, int depth) const {
  Binding made{name(node.parts[0]), expression(node.parts[1], depth + 1), nullptr};
  if (node.parts.size() == 3) made.where = expression(node.parts[2].parts[0], depth + 1);
  return made;
}

Name Lowering::name(const Node& node) const {
  const Token& token = *node.first;
  if (token.kind != TokenKind::kQuoted) return {std::string(token.text), span(node)};
  return {std::string(token.text.substr(1, token.text.size() - 2)), span(node)};
}

}  // namespace remit::lang::parse
