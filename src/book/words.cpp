#include <algorithm>

#include "book/chapters.h"
#include "findings/verdict.h"
#include "prose/words.h"

namespace remit::book {

Item item_of(const prose::Statement& statement) {
  Item item{{plain(prose::capital(statement.text))}, {}};
  for (const prose::Statement& each : statement.items) {
    // What is listed goes on where its introduction stopped.
    Item below = item_of(each);
    below.text = {plain(each.text)};
    item.items.push_back(std::move(below));
  }
  return item;
}

std::string in_force(const std::optional<value::Date>& from, const std::optional<value::Date>& to) {
  const std::string text = prose::in_force(from, to);
  return text.empty() ? "at any time" : text.substr(1);
}

std::string strength_words(rules::Strength strength) {
  std::string text(findings::word(strength));
  std::replace(text.begin(), text.end(), '-', ' ');
  return text;
}

Line rules_that(const Material& material,
                const std::function<bool(const catalogue::Entry& entry)>& test) {
  Line line;
  for (const catalogue::Entry& entry : material.entries) {
    if (!test(entry)) continue;
    if (!line.empty()) line.push_back(plain(", "));
    line.push_back(rule_link(*entry.rule));
  }
  return line;
}

void add_used(Table& table, Table::Row row, Line users, const Material& material) {
  if (users.empty() && material.own_only) return;
  row.cells.push_back(users.empty() ? Line{plain("no rule")} : std::move(users));
  table.rows.push_back(std::move(row));
}

}  // namespace remit::book
