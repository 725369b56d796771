#include <fmt/format.h>

#include "lang/parse/parse.h"
#include "mutation/changes.h"

namespace remit::mutation {

void change_field(const Site& site, Maker& maker) {
  const auto* read = std::get_if<lang::typed::FieldOf>(&site.node->kind);
  if (read == nullptr || site.node->type.kind != value::Kind::kDate) return;
  const Original& original = maker.original();
  const auto& tables = original.environment().model->tables;
  const auto& fields = tables[static_cast<std::size_t>(read->table)].fields;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    if (fields[f].kind != value::Kind::kDate || static_cast<int>(f) == read->field) continue;
    lang::typed::FieldOf changed = *read;
    changed.field = static_cast<int>(f);
    const std::string& name = fields[f].name;
    const std::string member = lang::is_name(name) ? name : "`" + name + "`";
    const std::string text = fmt::format("{}.{}", original.text(*read->row), member);
    Change change = maker.edited(site, site.node->span, text, site.node->span, text);
    change.missing_case = fmt::format("a case in which `{}` and `{}` are not the same day",
                                      fields[static_cast<std::size_t>(read->field)].name, name);
    maker.replace(site, with_kind(*site.node, changed), std::move(change));
  }
}

}  // namespace remit::mutation
