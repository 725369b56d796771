#include <fmt/format.h>

#include "lang/typed_dump.h"
#include "mutation/changes.h"
#include "mutation/words.h"

namespace remit::mutation {
namespace {

namespace typed = lang::typed;
using typed::LogicalOperator;

std::string_view word(LogicalOperator op) {
  if (op == LogicalOperator::kAnd) return "and";
  return op == LogicalOperator::kOr ? "or" : "implies";
}

bool is_logical(const typed::Node& node, LogicalOperator op) {
  const auto* logical = std::get_if<typed::Logical>(&node.kind);
  return logical != nullptr && logical->op == op;
}

std::string case_of(LogicalOperator op) {
  switch (op) {
    case LogicalOperator::kAnd:
      return "a case in which only this condition is false";
    case LogicalOperator::kOr:
      return "a case in which only this condition is true";
    case LogicalOperator::kImplies:
      return "a case in which the condition before `implies` is false, and the one after it too";
  }
  return {};
}

/// What stays where one side is left out, in the parentheses that it may need.
void drop(const typed::NodePtr& dropped, const typed::NodePtr& kept, LogicalOperator op,
          const Site& site, Maker& maker) {
  const Original& original = maker.original();
  const std::string rest = "(" + original.text(*kept) + ")";
  Change change = maker.edited(site, dropped->span, "", site.node->span, rest);
  change.words = fmt::format("without `{}`", on_one_line(change.before));
  change.missing_case = case_of(op);
  maker.replace(site, kept, std::move(change));
}

/// The text of a side up to the operator; a connective that had no parentheses gets them, since
/// those of the new operator could be others.
std::string side(const typed::Node& node, text::Span stretch, bool open, const Original& original) {
  constexpr const char* kSpace = " \n\r\t";
  std::string text(original.environment().file->slice(stretch));
  text.erase(text.find_last_not_of(kSpace) + 1);
  text.erase(0, text.find_first_not_of(kSpace));
  const bool bare = open && std::holds_alternative<typed::Logical>(node.kind);
  return bare ? "(" + text + ")" : text;
}

/// `and` for `or` and the other way round.
void exchange(const typed::Logical& logical, const Site& site, Maker& maker) {
  const bool is_and = logical.op == LogicalOperator::kAnd;
  typed::Logical changed = logical;
  changed.op = is_and ? LogicalOperator::kOr : LogicalOperator::kAnd;
  const Original& original = maker.original();
  const text::Span whole = site.node->span;
  const auto found =
      find_between(original, logical.left->span, logical.right->span, word(logical.op));
  Change change;
  change.place = site.place;
  change.where = original.location(found.value_or(whole));
  change.before = original.text(*site.node);
  change.after = word(changed.op);
  if (found) {
    const std::string left = side(*logical.left, {whole.begin, found->begin},
                                  logical.left->span.begin == whole.begin, original);
    const std::string right = side(*logical.right, {found->end, whole.end},
                                   logical.right->span.end == whole.end, original);
    change.after = fmt::format("{} {} {}", left, word(changed.op), right);
    change.edit = Edit{original.location(whole), "(" + change.after + ")"};
  }
  change.words = fmt::format("`{}` for `{}`", word(changed.op), word(logical.op));
  change.missing_case = "a case in which only one of both sides is true";
  maker.replace(site, with_kind(*site.node, changed), std::move(change));
}

/// The conditions of `a and b and c`, each with the node of which it is a side.
class Chain {
 public:
  Chain(const typed::Logical& logical, const Site& site, Maker& maker)
      : op_(logical.op), maker_(maker) {
    collect(logical, site);
  }

  /// Leaves each condition out once, but for what says nothing: one that stands there twice, and
  /// a constant.
  void drop_each() const {
    for (std::size_t i = 0; i < sides_.size(); ++i) {
      const Side& side = sides_[i];
      const bool constant = std::holds_alternative<typed::Constant>(side.dropped->kind);
      if (!constant && !stands_twice(i)) drop(side.dropped, side.kept, op_, side.site, maker_);
    }
  }

 private:
  struct Side {
    typed::NodePtr dropped;
    typed::NodePtr kept;
    Site site;  ///< of the node that `kept` takes the place of
  };

  void collect(const typed::Logical& logical, const Site& site) {
    visit(logical.left, logical.right, site);
    visit(logical.right, logical.left, site);
  }
  void visit(const typed::NodePtr& side, const typed::NodePtr& other, const Site& site) {
    const auto* logical = std::get_if<typed::Logical>(&side->kind);
    if (logical == nullptr || logical->op != op_) {
      sides_.push_back({side, other, site});
      return;
    }
    Site inner = site;
    inner.node = side.get();
    inner.parent = site.node;
    collect(*logical, inner);
  }
  std::string written(std::size_t side) const {
    return lang::dump(*sides_[side].dropped, maker_.original().environment());
  }
  bool stands_twice(std::size_t side) const {
    for (std::size_t i = 0; i < sides_.size(); ++i) {
      if (i != side && written(i) == written(side)) return true;
    }
    return false;
  }

  LogicalOperator op_;
  Maker& maker_;
  std::vector<Side> sides_;
};

bool has_equal_sides(const typed::Logical& logical, const Maker& maker) {
  const lang::Environment& environment = maker.original().environment();
  return lang::dump(*logical.left, environment) == lang::dump(*logical.right, environment);
}

}  // namespace

void change_connective(const Site& site, Maker& maker) {
  const auto* logical = std::get_if<typed::Logical>(&site.node->kind);
  if (logical == nullptr) return;
  if (logical->op == LogicalOperator::kImplies) {
    drop(logical->left, logical->right, logical->op, site, maker);
    return;
  }
  if (!has_equal_sides(*logical, maker)) exchange(*logical, site, maker);
  const bool inside = site.parent != nullptr && is_logical(*site.parent, logical->op);
  if (!inside) Chain(*logical, site, maker).drop_each();
}

}  // namespace remit::mutation
