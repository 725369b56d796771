#include "model/model.h"

#include <cstddef>

namespace remit::model {
namespace {

template <typename Item>
std::optional<int> index_of(const std::vector<Item>& items, std::string_view wanted,
                            std::string Item::*name) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].*name == wanted) return static_cast<int>(i);
  }
  return std::nullopt;
}

template <typename Item>
void append_names(const std::vector<Item>& items, std::string Item::*name,
                  std::vector<std::string>& names) {
  for (const Item& item : items) names.push_back(item.*name);
}

bool has_rows(const value::Type& type) {
  return type.kind == value::Kind::kRow || type.element == value::Kind::kRow;
}

}  // namespace

std::optional<int> Table::field(std::string_view wanted) const {
  return index_of(fields, wanted, &Field::name);
}

std::optional<int> Table::relation(std::string_view wanted) const {
  return index_of(relations, wanted, &Relation::name);
}

std::optional<int> Table::inverse(std::string_view wanted) const {
  return index_of(inverses, wanted, &Inverse::name);
}

std::optional<int> Table::period(std::string_view wanted) const {
  return index_of(periods, wanted, &PeriodField::name);
}

std::vector<std::string> Table::member_names() const {
  std::vector<std::string> names;
  append_names(fields, &Field::name, names);
  append_names(relations, &Relation::name, names);
  append_names(inverses, &Inverse::name, names);
  append_names(periods, &PeriodField::name, names);
  return names;
}

std::optional<int> Model::table(std::string_view wanted) const {
  return index_of(tables, wanted, &Table::name);
}

std::optional<int> Model::entity(std::string_view wanted) const {
  return index_of(tables, wanted, &Table::entity);
}

std::vector<std::string> Model::table_names() const {
  std::vector<std::string> names;
  append_names(tables, &Table::name, names);
  return names;
}

std::vector<std::string> Model::entity_names() const {
  std::vector<std::string> names;
  append_names(tables, &Table::entity, names);
  return names;
}

std::string describe(const value::Type& type, const Model& model) {
  const auto table = static_cast<std::size_t>(type.table);
  if (!has_rows(type) || type.table < 0 || table >= model.tables.size()) return to_string(type);
  const std::string& entity = model.tables[table].entity;
  if (type.kind == value::Kind::kRow) return entity;
  return (type.kind == value::Kind::kList ? "list of " : "collection of ") + entity;
}

}  // namespace remit::model
