#pragma once

#include <vector>

#include "lang/expression.h"
#include "lang/parse/tree.h"
#include "text/source.h"

namespace remit::lang::parse {

/// How many operators deep a tree may be: chains such as `a + b + c` are as deep as they are long.
constexpr int kMaxDepth = 500;

/// Makes the tree that the rest of remit reads out of a parse tree, and reports (throws, as a
/// Fault) what needs a sentence: chained comparisons, impossible dates, trees too deep.
class Lowering {
 public:
  explicit Lowering(const text::Excerpt& excerpt) : excerpt_(excerpt) {}

  ExpressionPtr expression(const Node& node, int depth = 0) const;
  Comprehension comprehension(const Node& node, int depth = 0) const;
  std::vector<Binding> bindings(const Node& node, int depth = 0) const;

 private:
  ExpressionPtr token(const Node& node) const;
  ExpressionPtr conditional(const Node& node, int depth) const;
  ExpressionPtr chain(const Node& node, int depth) const;
  ExpressionPtr implication(const Node& node, int depth) const;
  ExpressionPtr comparison(const Node& node, int depth) const;
  ExpressionPtr between(const Node& node, int depth) const;
  ExpressionPtr is_state(const Node& node, int depth) const;
  ExpressionPtr matches(const Node& node, const Node& test, bool negated, int depth) const;
  ExpressionPtr postfix(const Node& node, int depth) const;
  ExpressionPtr call(const Node& node, int depth) const;
  ExpressionPtr quantified(const Node& node, int depth) const;
  ExpressionPtr aggregate(const Node& node, int depth) const;
  std::vector<ExpressionPtr> items(const Node& node, int depth) const;
  Binding binding(const Node& node, int depth) const;
  Name name(const Node& node) const;

  text::Span span(const Node& from, const Node& to) const;
  text::Span span(const Node& node) const { return span(node, node); }
  template <typename Kind>
  ExpressionPtr make(text::Span where, Kind kind) const {
    return std::make_unique<Expression>(Expression{where, std::move(kind)});
  }

  const text::Excerpt& excerpt_;
};

}  // namespace remit::lang::parse
