#pragma once

#include <map>
#include <memory>
#include <string>

#include "lang/environment.h"
#include "lang/typed.h"
#include "lint/truth/domain.h"

namespace remit::lint {

/// What a three-valued expression can come out as.
struct Truth {
  bool can_be_true = true;
  bool can_be_false = true;
  bool can_be_unknown = true;
};

/// What is known at a place in a rule because conditions that stand before it were met. Expressions
/// are known by their text with names resolved, so that one is the same wherever it stands.
class Facts {
 public:
  explicit Facts(const lang::Environment& environment)
      : environment_(&environment), budget_(std::make_shared<int>(kBudget)) {}

  const lang::Environment& environment() const { return *environment_; }
  /// Whether the conditions exclude each other.
  bool contradictory() const { return contradictory_; }

  /// What an expression can be, here.
  Domain domain(const lang::typed::NodePtr& node) const;
  /// What a condition can come out as, here; nothing at all where the facts are contradictory.
  Truth truth(const lang::typed::NodePtr& node) const;

  /// Adds that a condition is true, or that it is false.
  void assume(const lang::typed::NodePtr& node, bool truth);
  /// Adds that an expression has no value.
  void assume_missing(const lang::typed::NodePtr& node);
  /// These facts and that a condition is true (or false).
  Facts with(const lang::typed::NodePtr& node, bool truth) const;
  /// These facts and what the `where` of a binding says, if it has one.
  Facts with(const lang::typed::Binding& binding) const;

 private:
  friend class Assumption;
  friend class TruthFinder;

  std::string name(const lang::typed::NodePtr& node) const;
  void narrow(const lang::typed::NodePtr& node, const Domain& domain);
  /// Keeps what holds in either of two.
  void become_join(const Facts& left, const Facts& right);

  const lang::Environment* environment_;
  std::map<std::string, Domain> values_;
  std::map<std::string, bool> conditions_;
  bool contradictory_ = false;
  /// How many conditions are still looked into; then anything can be. Conditions nested deep to the
  /// right would take for ever.
  std::shared_ptr<int> budget_;
  static constexpr int kBudget = 20000;
};

/// What an expression can be by itself, without the facts of a place about it; the parts of it are
/// asked of `facts`.
Domain domain_by_itself(const lang::typed::Node& node, const Facts& facts);

/// What a comparison of two such values can come out as.
Truth compare(lang::typed::ComparisonOperator op, const Domain& left, const Domain& right,
              const value::Type& type);

}  // namespace remit::lint
