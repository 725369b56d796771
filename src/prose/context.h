#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lang/environment.h"
#include "prose/prose.h"
#include "prose/words.h"

namespace remit::prose {

using lang::typed::Node;
using lang::typed::NodePtr;

/// What is known while an expression is said: how the rows that are bound are called, which of
/// them `it` is, and what is still to be listed under the statement.
class Context {
 public:
  Context(const lang::Environment& environment, const std::vector<lang::Slot>& slots);

  const lang::Environment& environment() const { return environment_; }
  const model::Table& table(int index) const {
    return environment_.model->tables[static_cast<std::size_t>(index)];
  }

  /// The slots that stand for what the whole is about (the subjects of a rule, the arguments of a
  /// definition): where two are of one entity they are the first and the second.
  void introduce(const std::vector<int>& slots);
  /// One that an expression binds. Gives its name where it needs to be told from another, else
  /// nothing.
  std::string bind(const lang::typed::Binding& binding);
  /// Calls a slot by a name that a kind of rule gives it.
  void call(int slot, std::string name) { names_[slot] = std::move(name); }
  /// `the allocation`, `the second allocation`, `it`.
  std::string name(int slot) const;
  /// Whether `the worker` can only be what the relation of the one that it is all about leads to.
  bool is_plain_relation(int slot, const std::string& relation) const;

  /// The slot that is called `it`; -1 for none.
  int focus() const { return focus_; }

  /// Says something that is too long for its place under the statement: gives `noun (a)`.
  std::string put_below(const std::string& noun, const std::function<Statement()>& say);
  /// Says a statement, under which stands what did not fit into it.
  Statement gather(const std::function<Statement()>& say);

  void note_definition(int definition);
  void note_period(int table, int period);
  /// What another context noted.
  void note_all(const Context& other);
  std::vector<Note> take_notes();
  /// Takes out `(the second allocation)` where what is said never comes back to that name.
  void drop_idle_names(const std::vector<Statement*>& said) const;

  friend class Focus;
  friend class Scope;

 private:
  std::string noun(int slot) const;
  std::size_t taken(const std::string& noun) const;

  const lang::Environment& environment_;
  const std::vector<lang::Slot>& slots_;
  std::vector<int> main_;             ///< what the whole is about
  std::map<int, std::string> names_;  ///< with the article
  std::map<int, std::string> nouns_;  ///< of what is bound
  int focus_ = -1;
  std::vector<Statement> below_;
  std::size_t labels_ = 0;
  std::vector<int> definitions_;
  std::vector<std::pair<int, int>> periods_;
  std::set<std::string> own_names_;  ///< those that were put in parentheses
};

/// Calls a slot `it` as long as it lives; -1 for none.
class Focus {
 public:
  Focus(Context& context, int slot) : context_(context), before_(context.focus_) {
    context.focus_ = slot;
  }
  ~Focus() { context_.focus_ = before_; }
  Focus(const Focus&) = delete;
  Focus& operator=(const Focus&) = delete;

 private:
  Context& context_;
  int before_;
};

/// Forgets, when it dies, what was bound since: another of the entity is not the second one then.
class Scope {
 public:
  explicit Scope(Context& context) : context_(context), before_(context.nouns_) {}
  ~Scope() { context_.nouns_ = before_; }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;

 private:
  Context& context_;
  std::map<int, std::string> before_;
};

}  // namespace remit::prose
