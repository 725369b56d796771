#include <fmt/format.h>

#include "mutation/changes.h"

namespace remit::mutation {

void change_list(const Site& site, Maker& maker) {
  const auto* list = std::get_if<lang::typed::ListOf>(&site.node->kind);
  if (list == nullptr || list->items.size() < 2) return;
  const Original& original = maker.original();
  for (std::size_t left_out = 0; left_out < list->items.size(); ++left_out) {
    lang::typed::ListOf changed;
    std::string text;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      if (i == left_out) continue;
      changed.items.push_back(list->items[i]);
      text += (text.empty() ? "" : ", ") + original.text(*list->items[i]);
    }
    const lang::typed::Node& item = *list->items[left_out];
    Change change = maker.edited(site, item.span, "", site.node->span, "[" + text + "]");
    change.words = fmt::format("without `{}`", on_one_line(change.before));
    change.missing_case =
        fmt::format("a case with the value `{}`", on_one_line(original.text(item)));
    maker.replace(site, with_kind(*site.node, changed), std::move(change));
  }
}

}  // namespace remit::mutation
