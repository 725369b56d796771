#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "lang/check/check.h"

// What the files of the checker share; nothing outside of lang/check includes it.
namespace remit::lang::check {

using typed::NodePtr;
using value::Kind;
using value::Type;

/// Expressions nested deeper than this are refused, so that nothing that walks a typed tree can
/// run out of stack, whoever made the tree; the parser's own limit is a little lower.
constexpr int kMaximumDepth = 600;

/// All that one check needs to know. The scope changes as names come and go.
struct Context {
  const Environment& environment;
  const text::SourcePtr& file;
  text::Diagnostics& diagnostics;
  Scope& scope;
  int depth = 0;

  const model::Model& model() const { return *environment.model; }
  const model::Table& table(int index) const {
    return environment.model->tables[static_cast<std::size_t>(index)];
  }
  text::Diagnostic& error(std::string_view code, text::Span span, std::string message,
                          std::string help = {}) const;
  /// What the author wrote there, in back quotes, on one line and cut where it is long.
  std::string quote(text::Span span) const;
};

// ---- nodes (node.cpp)

template <typename Kind>
NodePtr make(const Type& type, text::Span span, Kind kind) {
  return std::make_shared<const typed::Node>(typed::Node{type, span, std::move(kind)});
}
NodePtr error_node(text::Span span);
inline bool is_error(const NodePtr& node) { return node->type.kind == Kind::kError; }
/// Whether it is the literal `missing`, which has no type of its own.
inline bool is_missing_literal(const NodePtr& node) { return node->type.kind == Kind::kMissing; }

// ---- types (types.cpp)

/// With its article, as messages name it: `a date`, `a row of `workers``, `a list of strings`.
std::string describe(const Context& context, const Type& type);
bool is_numeric(const Type& type);
/// Whether `<` and its like, `min`, `max` and `by` take it.
bool is_ordered(const Type& type);
/// Whether both are durations of families that are known and differ.
bool families_clash(const Type& left, const Type& right);
/// The type that holds values of both, or nothing; of durations of two families it is a duration
/// without one. An error takes the other side along: the result is an error.
std::optional<Type> common_type(const Type& left, const Type& right);
/// The node as a value of the type: an integer is widened, `missing` takes the type, lists
/// likewise item by item. The type must hold the node's values.
NodePtr convert(const Context& context, const NodePtr& node, const Type& type);

// ---- expressions

/// Any value; a collection, which is none, is an error.
NodePtr check_expression(Context& context, const Expression& expression);
/// Any value but the bare literal `missing`, whose type nothing here tells; `what` is the
/// consequence that the message names: "a comparison with it is always unknown".
NodePtr check_value(Context& context, const Expression& expression, std::string_view consequence,
                    std::string_view help);
/// A boolean; `what` begins the message: "the `where` of `a`".
NodePtr check_boolean(Context& context, const Expression& expression, std::string_view what);
/// Makes a checked node the type, or reports: "`require` must be a boolean, and ... is a date".
NodePtr require_type(Context& context, const NodePtr& node, const Type& expected,
                     std::string_view what);

NodePtr check_node(Context& context, const Expression& whole, const Literal& node);
NodePtr check_node(Context& context, const Expression& whole, const AsOf& node);
NodePtr check_node(Context& context, const Expression& whole, const NameUse& node);
NodePtr check_node(Context& context, const Expression& whole, const Member& node);
NodePtr check_node(Context& context, const Expression& whole, const Unary& node);
NodePtr check_node(Context& context, const Expression& whole, const Binary& node);
NodePtr check_node(Context& context, const Expression& whole, const In& node);
NodePtr check_node(Context& context, const Expression& whole, const Between& node);
NodePtr check_node(Context& context, const Expression& whole, const IsState& node);
NodePtr check_node(Context& context, const Expression& whole, const IsDistinct& node);
NodePtr check_node(Context& context, const Expression& whole, const Matches& node);
NodePtr check_node(Context& context, const Expression& whole, const If& node);
NodePtr check_node(Context& context, const Expression& whole, const Quantified& node);
NodePtr check_node(Context& context, const Expression& whole, const Aggregate& node);
NodePtr check_node(Context& context, const Expression& whole, const Call& node);
NodePtr check_node(Context& context, const Expression& whole, const ListOf& node);

// The groups of operators that `Unary` and `Binary` fall into.
NodePtr check_negation(Context& context, const Expression& whole, const Unary& node);
NodePtr check_not(Context& context, const Expression& whole, const Unary& node);
NodePtr check_logical(Context& context, const Expression& whole, const Binary& node,
                      typed::LogicalOperator op);
NodePtr check_arithmetic(Context& context, const Expression& whole, const Binary& node,
                         typed::ArithmeticOperator op);
NodePtr check_comparison(Context& context, const Expression& whole, const Binary& node,
                         typed::ComparisonOperator op);
NodePtr check_period_relation(Context& context, const Expression& whole, const Binary& node);

// ---- members (member.cpp)

/// What stands before the dot.
NodePtr check_object(Context& context, const Expression& whole, const Member& node);
/// The member of an object that is checked already.
NodePtr check_member_of(Context& context, const Expression& whole, const Member& node,
                        const NodePtr& object);

// ---- names (name.cpp)

/// What a name stands for apart from bound names: "a table of the model", "a parameter", ...; or
/// nothing.
std::optional<std::string> meaning_of(const Environment& environment, std::string_view name);
std::optional<int> find_definition(const Environment& environment, std::string_view name);
/// The bound name of a row of that table, or of that entity.
std::optional<std::string> bound_row_of(const Context& context, std::string_view name);
/// Reports an unknown name with the nearest one, or the bound row that has such a member.
NodePtr unknown_name(Context& context, std::string_view name, text::Span span);
/// Reports a name that stands for something else already; gives whether it was free.
bool check_free(Context& context, std::string_view name, text::Span span);

// ---- calls (call.cpp, definition_call.cpp)

NodePtr check_builtin(Context& context, const Expression& whole, const Call& call,
                      const Function& function);
NodePtr check_definition_call(Context& context, const Expression& whole, int definition,
                              const std::vector<ExpressionPtr>& arguments);
/// Reports that something counts working days where no calendar is named.
bool has_calendar(Context& context, text::Span span);

// ---- comprehensions (binding.cpp, comprehension.cpp)

/// A binding; its name is visible afterwards. `tied` says that a whole table needs a tie.
typed::Binding check_binding(Context& context, const Binding& binding, bool tied);
/// Bindings, head, `by` and `else`; the names stay visible. Nothing is said of their types.
typed::Comprehension check_comprehension(Context& context, const Comprehension& comprehension);
/// `runs(...)`, checked where it may stand: after `in`.
std::shared_ptr<const typed::Comprehension> check_runs(Context& context, const Aggregate& runs);

// ---- enumerations (enumeration.cpp)

/// Reports values compared with a field whose `enum` does not have them; gives whether all is
/// well. The sides are values, or a value and a list.
bool check_enumerations(Context& context, const NodePtr& left, const NodePtr& right);

}  // namespace remit::lang::check
