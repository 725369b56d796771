#include "privacy/fields.h"

#include <algorithm>

namespace remit::privacy {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Where one of the fields is marked, marks all of them.
void spread(const std::vector<int>& fields, int table, const Marks& marks, Marks& wider) {
  const bool some =
      std::any_of(fields.begin(), fields.end(), [&](int field) { return marks.has(table, field); });
  if (!some) return;
  for (const int field : fields) wider.mark(table, field);
}

}  // namespace

Marks::Marks(const model::Model& model) {
  for (const model::Table& table : model.tables) {
    marked_.emplace_back(table.fields.size(), false);
  }
}

void Marks::mark(int table, int field) { marked_[at(table)][at(field)] = true; }

bool Marks::has(int table, int field) const { return marked_[at(table)][at(field)]; }

bool Marks::any(int table) const {
  const std::vector<bool>& fields = marked_[at(table)];
  return std::find(fields.begin(), fields.end(), true) != fields.end();
}

bool Marks::any() const {
  return std::any_of(marked_.begin(), marked_.end(), [](const std::vector<bool>& fields) {
    return std::find(fields.begin(), fields.end(), true) != fields.end();
  });
}

Marks personal_fields(const model::Model& model) {
  Marks marks(model);
  for (std::size_t t = 0; t < model.tables.size(); ++t) {
    const auto& fields = model.tables[t].fields;
    for (std::size_t f = 0; f < fields.size(); ++f) {
      if (fields[f].personal) marks.mark(static_cast<int>(t), static_cast<int>(f));
    }
  }
  return marks;
}

Marks quoted_together(const model::Model& model, const Marks& marks) {
  Marks wider = marks;
  for (std::size_t t = 0; t < model.tables.size(); ++t) {
    const model::Table& table = model.tables[t];
    const int number = static_cast<int>(t);
    spread(table.primary_key, number, marks, wider);
    for (const model::Relation& relation : table.relations) {
      spread(relation.fields, number, marks, wider);
    }
    for (const model::PeriodField& period : table.periods) {
      spread({period.from, period.to}, number, marks, wider);
    }
  }
  return wider;
}

std::optional<int> field_of_path(const model::Table& table, std::string_view path) {
  std::optional<int> found;
  std::size_t longest = 0;
  for (std::size_t f = 0; f < table.fields.size(); ++f) {
    const std::string& name = table.fields[f].name;
    const bool ends = path.size() > name.size() && path.ends_with(name) &&
                      path[path.size() - name.size() - 1] == '.';
    if ((!ends && path != name) || (found && name.size() <= longest)) continue;
    found = static_cast<int>(f);
    longest = name.size();
  }
  return found;
}

}  // namespace remit::privacy
