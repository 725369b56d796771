#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "lang/expression.h"
#include "lang/functions/functions.h"
#include "text/source.h"
#include "value/type.h"
#include "value/value.h"

namespace re2 {
class RE2;
}

// The typed tree: names resolved, casts explicit, a type on every node. The engine, the reference
// interpreter and every later translation read only this.
namespace remit::lang::typed {

struct Node;
using NodePtr = std::shared_ptr<const Node>;
struct Comprehension;

struct Constant {
  value::Value value;
};
struct AsOfDate {};
/// A bound name: a row or a period of a binding, an argument of a definition, `since`, `peak`.
struct SlotUse {
  int slot;
};
/// A parameter of the rule's Environment; a dated one has the value in force on the own date.
struct ParameterUse {
  int parameter;
};
/// A code set of the rule's Environment, as a list.
struct SetUse {
  int set;
};
struct FieldOf {
  NodePtr row;
  int table;
  int field;
};
struct PeriodOf {
  NodePtr row;
  int table;
  int period;
};
/// Follows a foreign key: a row, or missing.
struct Follow {
  NodePtr row;
  int table;
  int relation;
};
enum class Bound { kFrom, kTo };
struct BoundOf {
  NodePtr period;
  Bound bound;
};
/// An integer where a number is meant; the only implicit cast.
struct Widen {
  NodePtr operand;
};
struct Not {
  NodePtr operand;
};
/// Of integers, numbers and durations.
struct Negate {
  NodePtr operand;
};
enum class ArithmeticOperator { kAdd, kSubtract, kMultiply, kDivide };
/// integer or number (both the same; `/` of numbers only), date +- duration, date - date (an
/// integer), duration +- duration of one family, integer * duration, duration * integer.
/// An integer that overflows, a date out of range and a division by zero are missing.
struct Arithmetic {
  ArithmeticOperator op;
  NodePtr left;
  NodePtr right;
};
enum class ComparisonOperator { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual };
/// Of two of one type; `=` and `!=` of all but lists, order of integer, number, string (by
/// bytes), date and duration (of one family; missing where the families differ).
struct Comparison {
  ComparisonOperator op;
  NodePtr left;
  NodePtr right;
};
enum class LogicalOperator { kAnd, kOr, kImplies };
struct Logical {
  LogicalOperator op;
  NodePtr left;
  NodePtr right;
};
struct Conditional {
  NodePtr condition;
  NodePtr then;
  NodePtr otherwise;
};
/// A missing element makes it unknown unless another one is equal.
struct Membership {
  NodePtr value;
  NodePtr list;
  bool negated;
};
/// low <= value and value <= high.
struct BetweenTest {
  NodePtr value;
  NodePtr low;
  NodePtr high;
};
/// Missing and unknown are one: whether the operand has no value. Never unknown.
struct StateTest {
  NodePtr operand;
  bool negated;
};
/// Missing is not distinct from missing. Never unknown.
struct DistinctTest {
  NodePtr left;
  NodePtr right;
  bool negated;
};
/// RE2, matched anywhere in the value.
struct PatternTest {
  NodePtr value;
  std::shared_ptr<const re2::RE2> pattern;
  bool negated;
};
enum class PeriodRelation { kOverlaps, kCoversDay, kCoversPeriod, kDuring, kBefore, kAfter };
/// The right side is a date for kCoversDay, else a period.
struct PeriodTest {
  PeriodRelation relation;
  NodePtr left;
  NodePtr right;
};

/// What ties a whole table to the subject: an equality of an expression over the element alone
/// with one over what is bound outside. `where` still holds the equality.
struct Tie {
  NodePtr element;
  NodePtr outer;
};
/// A whole table; tied, unless it is the first binding of a rule's `for`.
struct TableSource {
  int table;
  std::optional<Tie> tie;
};
/// The way back along a foreign key, from a row of `table`.
struct InverseSource {
  NodePtr row;
  int table;
  int inverse;
};
/// The stretches that periods cover together.
struct RunsSource {
  std::shared_ptr<const Comprehension> periods;
};
struct Binding {
  int slot;
  std::string name;
  value::Type type;  ///< a row, or a period (of runs)
  std::variant<TableSource, InverseSource, RunsSource> source;
  NodePtr where;  ///< null without one
  text::Span span;
};
/// Without bindings it is one element, the head (only where a rule kind allows it).
struct Comprehension {
  NodePtr head;  ///< null without one
  std::vector<Binding> bindings;
  NodePtr by;         ///< null without one
  NodePtr otherwise;  ///< null without one
  text::Span span;
};
struct Quantified {
  Quantifier quantifier;
  Binding binding;
  NodePtr satisfies;
};
struct Aggregate {
  AggregateFunction function;
  std::shared_ptr<const Comprehension> over;
};
struct BuiltinCall {
  Builtin function;
  std::vector<NodePtr> arguments;
};
/// The body of definition `definition` of the Environment, in a scope of its own whose slots 1..n
/// are the arguments; slot 0 (the own date) comes along.
struct DefinitionCall {
  int definition;
  std::vector<NodePtr> arguments;
};
struct ListOf {
  std::vector<NodePtr> items;
};

struct Node {
  value::Type type;
  text::Span span;
  std::variant<Constant, AsOfDate, SlotUse, ParameterUse, SetUse, FieldOf, PeriodOf, Follow,
               BoundOf, Widen, Not, Negate, Arithmetic, Comparison, Logical, Conditional,
               Membership, BetweenTest, StateTest, DistinctTest, PatternTest, PeriodTest,
               Quantified, Aggregate, BuiltinCall, DefinitionCall, ListOf>
      kind;
};

}  // namespace remit::lang::typed
