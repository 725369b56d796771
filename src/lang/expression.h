#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "text/source.h"
#include "value/value.h"

// The untyped tree: what the author wrote, a span on every node. Spans are offsets into the file
// that the expression stands in, so that they need no translation.
namespace remit::lang {

struct Expression;
using ExpressionPtr = std::unique_ptr<Expression>;

/// A name with its place; `quoted` when it was written in back quotes.
struct Name {
  std::string text;
  text::Span span;
};

/// A number, string, date, duration, boolean or `missing`.
struct Literal {
  value::Value value;
};
struct AsOf {};
struct NameUse {
  std::string name;
};
struct Member {
  ExpressionPtr object;
  Name member;
};
enum class UnaryOperator { kNot, kNegate };
struct Unary {
  UnaryOperator op;
  ExpressionPtr operand;
};
enum class BinaryOperator {
  kImplies,
  kOr,
  kAnd,
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kOverlaps,
  kCovers,
  kDuring,
  kBefore,
  kAfter,
};
struct Binary {
  BinaryOperator op;
  ExpressionPtr left;
  ExpressionPtr right;
  text::Span operator_span;
};
/// `x in list`, `x not in list`.
struct In {
  ExpressionPtr value;
  ExpressionPtr list;
  bool negated;
};
struct Between {
  ExpressionPtr value;
  ExpressionPtr low;
  ExpressionPtr high;
};
enum class StateWord { kMissing, kUnknown };
/// `x is missing`, `x is not unknown`.
struct IsState {
  ExpressionPtr value;
  StateWord state;
  bool negated;
};
/// `x is distinct from y`.
struct IsDistinct {
  ExpressionPtr left;
  ExpressionPtr right;
  bool negated;
};
struct Matches {
  ExpressionPtr value;
  std::string pattern;
  text::Span pattern_span;
  bool negated;
};
struct If {
  ExpressionPtr condition;
  ExpressionPtr then;
  ExpressionPtr otherwise;
};
/// `name in expression [where expression]`.
struct Binding {
  Name name;
  ExpressionPtr source;
  ExpressionPtr where;  ///< null without one
};
enum class Quantifier { kSome, kEvery, kNo };
struct Quantified {
  Quantifier quantifier;
  Binding binding;
  ExpressionPtr satisfies;
};
/// `[head for] bindings [by expression] [else expression]`.
struct Comprehension {
  ExpressionPtr head;  ///< null without one
  std::vector<Binding> bindings;
  ExpressionPtr by;         ///< null without one
  ExpressionPtr otherwise;  ///< null without one
  text::Span span;
};
enum class AggregateFunction { kCount, kSum, kMin, kMax, kMean, kFirst, kLast, kDistinct, kRuns };
struct Aggregate {
  AggregateFunction function;
  Comprehension over;
};
struct Call {
  Name function;
  std::vector<ExpressionPtr> arguments;
};
struct ListOf {
  std::vector<ExpressionPtr> items;
};

struct Expression {
  text::Span span;
  std::variant<Literal, AsOf, NameUse, Member, Unary, Binary, In, Between, IsState, IsDistinct,
               Matches, If, Quantified, Aggregate, Call, ListOf>
      node;
};

/// The tree in one line with every parenthesis, for tests: `(and (= x.role "lead") ...)`.
std::string dump(const Expression& expression);
std::string dump(const Comprehension& comprehension);

}  // namespace remit::lang
