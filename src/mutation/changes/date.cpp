#include "mutation/changes.h"
#include "mutation/words.h"

namespace remit::mutation {

void change_date(const Site& site, Maker& maker) {
  const auto* constant = std::get_if<lang::typed::Constant>(&site.node->kind);
  if (constant == nullptr) return;
  const auto* date = std::get_if<value::Date>(&constant->value.data);
  if (date == nullptr) return;
  for (const std::int64_t by : {1, -1}) {
    const auto moved = value::add_days(*date, by);
    if (!moved) continue;
    const std::string text = value::to_string(*moved);
    Change change = maker.edited(site, site.node->span, text, site.node->span, text);
    change.missing_case = case_at_bound(site.place, by);
    maker.replace(site, with_kind(*site.node, lang::typed::Constant{{*moved}}), std::move(change));
  }
}

}  // namespace remit::mutation
