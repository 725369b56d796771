#include <fmt/format.h>

#include "mutation/changes.h"
#include "mutation/words.h"

namespace remit::mutation {
namespace {

namespace typed = lang::typed;

void drop_where(const Site& site, Maker& maker) {
  const Original& original = maker.original();
  const auto word = word_before(original, site.node->span, "where");
  Change change = maker.edited(site, site.node->span, "", site.node->span, "");
  change.words = "without this `where`";
  change.missing_case = "a case with a row for which the `where` is false, and nothing else amiss";
  if (word) {
    change.where = original.location(text::join(*word, site.node->span));
    change.edit = Edit{change.where, ""};
  } else {
    change.edit.reset();
  }
  maker.replace(site, nullptr, std::move(change));
}

void drop_when(const Site& site, Maker& maker) {
  Change change = maker.edited(site, site.node->span, "", site.node->span, "");
  change.words = "without `when`";
  change.missing_case = "a case for which `when` is false: the rule does not apply";
  change.edit.reset();
  maker.replace(site, nullptr, std::move(change));
}

/// The condition of an `if` taken for always true, and for always false.
void drop_branch(const typed::Conditional& node, bool holds, const Site& site, Maker& maker) {
  const typed::NodePtr& kept = holds ? node.then : node.otherwise;
  Change change = maker.edited(site, node.condition->span, holds ? "true" : "false",
                               site.node->span, "(" + maker.original().text(*kept) + ")");
  change.missing_case =
      fmt::format("a case in which this condition is {}", holds ? "false" : "true");
  maker.replace(site, kept, std::move(change));
}

}  // namespace

void change_condition(const Site& site, Maker& maker) {
  if (site.is_where) drop_where(site, maker);
  if (site.is_when) drop_when(site, maker);
  if (const auto* conditional = std::get_if<typed::Conditional>(&site.node->kind)) {
    drop_branch(*conditional, true, site, maker);
    drop_branch(*conditional, false, site, maker);
  }
}

}  // namespace remit::mutation
