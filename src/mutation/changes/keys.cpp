#include <fmt/format.h>

#include "mutation/changes.h"

namespace remit::mutation {

void change_keys(Maker& maker) {
  const auto* unique = std::get_if<rules::Unique>(&maker.original().rule.kind);
  if (unique == nullptr || unique->key.size() < 2) return;
  for (std::size_t k = 0; k < unique->key.size(); ++k) {
    Change change;
    change.place = "key";
    change.where = maker.original().location(unique->key[k]->span);
    change.before = maker.original().text(*unique->key[k]);
    change.words = fmt::format("without `{}`", on_one_line(change.before));
    change.missing_case = "a case with two rows that differ in this part of the key only";
    maker.change_rule(
        [k](rules::Rule& rule) {
          auto& key = std::get<rules::Unique>(rule.kind).key;
          key.erase(key.begin() + static_cast<std::ptrdiff_t>(k));
        },
        std::move(change));
  }
}

}  // namespace remit::mutation
