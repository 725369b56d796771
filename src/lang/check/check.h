#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lang/environment.h"
#include "lang/expression.h"
#include "lang/typed.h"
#include "text/diagnostic.h"

namespace remit::lang {

/// The names that one rule or definition binds. Every binding gets a slot of its own, so that two
/// comprehensions may use one name for different things one after the other; a name that is
/// visible already cannot be bound again. Slot 0 is the own date and has no name.
class Scope {
 public:
  Scope();
  /// Makes the name visible and gives its slot; `where` is for messages about later clashes.
  int bind(const std::string& name, const value::Type& type);
  /// The slot of a visible name.
  std::optional<int> find(std::string_view name) const;
  /// How many names are visible; `hide_to` makes those bound since then invisible again.
  std::size_t visible() const { return visible_.size(); }
  void hide_to(std::size_t count) { visible_.resize(count); }
  /// All slots ever bound, visible or not.
  const std::vector<Slot>& slots() const { return slots_; }
  std::vector<std::string> names() const;

 private:
  std::vector<Slot> slots_;
  std::vector<int> visible_;
};

/// Checks expressions of one rule set against its environment. Every mistake is a diagnostic with
/// its place, what was expected, what was found, and what to do; the result is then a node of
/// type kError, which is accepted everywhere and reported nowhere again.
class Checker {
 public:
  /// `file` is where the spans of the expressions point into.
  Checker(const Environment& environment, text::SourcePtr file, text::Diagnostics& diagnostics);

  /// An expression of any type.
  typed::NodePtr check(const Expression& expression, Scope& scope);
  /// One that must have the type (an integer is widened to a number); `what` names it in
  /// messages: "`require`". For a duration any family will do.
  typed::NodePtr check_as(const Expression& expression, Scope& scope, const value::Type& expected,
                          const std::string& what);
  /// A comprehension; its names are bound in the scope and stay visible, so that `weight` can use
  /// them: the caller hides them. A head is required; its type must be `head`, where given.
  /// Reports `c.visits` and `v in c.visits` where `v.seen_on for v in c.visits` is meant, and
  /// gives whether it did.
  bool refuse_collection(const Expression& expression, Scope& scope, const std::string& what);
  typed::Comprehension check_elements(const Comprehension& comprehension, Scope& scope,
                                      std::optional<value::Kind> head, const std::string& what);
  /// The bindings of a rule's `for`; their names stay visible.
  std::vector<typed::Binding> check_subjects(const std::vector<Binding>& bindings, Scope& scope);

 private:
  const Environment& environment_;
  text::SourcePtr file_;
  text::Diagnostics& diagnostics_;
};

/// Reports names that stand for two things: tables of the model, parameters, code sets,
/// definitions and built-in functions.
void check_names(const Environment& environment, text::Diagnostics& diagnostics);

/// Checks the names of the environment (see check_names), then the bodies of definitions: first
/// each one's arguments, then the bodies in the order in which they need each other; a cycle is an
/// error. `bodies` has an entry for each definition of the environment (null where it did not
/// parse); the results are put there. The slots of a definition hold its arguments beforehand,
/// at 1..arguments or, without slot 0, from 0 on. A body that did not check is of type kError.
void check_definitions(Environment& environment, const std::vector<ExpressionPtr>& bodies,
                       text::Diagnostics& diagnostics);

}  // namespace remit::lang
