#include <optional>

#include "mutation/changes.h"
#include "mutation/words.h"

namespace remit::mutation {
namespace {

namespace typed = lang::typed;

constexpr const char* kBothWays =
    "a case in which this is true and one in which it is false, with another verdict each";

Change change_of(const Site& site, const std::string& text, Maker& maker) {
  Change change = maker.edited(site, site.node->span, text, site.node->span, text);
  change.missing_case = kBothWays;
  return change;
}

/// Where `not` stands, or has to stand, in a test whose word comes after this operand; nothing
/// where the text cannot be read there.
std::optional<text::Span> place_of_not(const typed::Node& operand, std::string_view word,
                                       bool negated, const Site& site, const Maker& maker) {
  const Original& original = maker.original();
  const text::Span rest{site.node->span.end, site.node->span.end};
  const auto found = find_between(original, operand.span, rest, negated ? "not " : word);
  if (!found || negated) return found;
  const std::uint32_t at = word == "is" ? found->end : found->begin;
  return text::Span{at, at};
}

/// Tests that have a negated form of their own: `in`, `is missing`, `matches`.
template <typename Test>
void flip(const Test& test, const typed::Node& operand, std::string_view word, const Site& site,
          Maker& maker) {
  Test changed = test;
  changed.negated = !test.negated;
  Change change;
  change.place = site.place;
  change.where = maker.original().location(site.node->span);
  change.before = maker.original().text(*site.node);
  change.words = test.negated ? "without `not`" : "`not` added";
  change.missing_case = kBothWays;
  if (const auto found = place_of_not(operand, word, test.negated, site, maker)) {
    const char* text = test.negated ? "" : (word == "is" ? " not" : "not ");
    change.after = with_replaced(maker.original(), *site.node, *found, text);
    change.edit = Edit{maker.original().location(*found), text};
  } else {
    change.after = "not (" + change.before + ")";
  }
  maker.replace(site, with_kind(*site.node, changed), std::move(change));
}

/// Conditions that have none get a `not` before them.
void negate(const Site& site, Maker& maker) {
  const std::string text = maker.original().text(*site.node);
  Change change = change_of(site, "(not (" + text + "))", maker);
  change.words = "`not` added";
  // The name of a definition alone, as `to` has it, is no expression.
  const bool is_name = std::holds_alternative<typed::DefinitionCall>(site.node->kind) &&
                       text.find('(') == std::string::npos;
  if (is_name) change.edit.reset();
  maker.replace(site, make_node(*site.node, site.node->type, typed::Not{same(*site.node)}),
                std::move(change));
}

struct Negation {
  const Site& site;
  Maker& maker;

  void operator()(const typed::Not& node) const {
    Change change = change_of(site, "(" + maker.original().text(*node.operand) + ")", maker);
    change.words = "without `not`";
    maker.replace(site, node.operand, std::move(change));
  }
  void operator()(const typed::Membership& node) const {
    flip(node, *node.value, "in", site, maker);
  }
  void operator()(const typed::StateTest& node) const {
    flip(node, *node.operand, "is", site, maker);
  }
  void operator()(const typed::DistinctTest& node) const {
    flip(node, *node.left, "is", site, maker);
  }
  void operator()(const typed::PatternTest& node) const {
    flip(node, *node.value, "matches", site, maker);
  }
  void operator()(const typed::FieldOf&) const { negate(site, maker); }
  void operator()(const typed::ParameterUse&) const { negate(site, maker); }
  void operator()(const typed::PeriodTest&) const { negate(site, maker); }
  void operator()(const typed::BetweenTest&) const { negate(site, maker); }
  void operator()(const typed::BuiltinCall&) const { negate(site, maker); }
  void operator()(const typed::DefinitionCall&) const { negate(site, maker); }
  /// Comparisons, quantifiers and connectives have changes of their own that turn them round.
  template <typename Other>
  void operator()(const Other&) const {}
};

}  // namespace

void change_negation(const Site& site, Maker& maker) {
  if (site.node->type.kind != value::Kind::kBoolean) return;
  const bool below_not =
      site.parent != nullptr && std::holds_alternative<typed::Not>(site.parent->kind);
  if (!below_not) std::visit(Negation{site, maker}, site.node->kind);
}

}  // namespace remit::mutation
