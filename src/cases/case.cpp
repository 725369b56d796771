#include "cases/case.h"

#include <algorithm>

namespace remit::cases {

std::vector<std::string> tested_rules(const Case& test) {
  std::vector<std::string> ids;
  for (const Expectation& line : test.expectations) {
    if (std::find(ids.begin(), ids.end(), line.rule) == ids.end()) ids.push_back(line.rule);
  }
  return ids;
}

std::string row_key(const model::Table& table, const std::vector<Row>& rows, std::size_t row) {
  std::string key;
  for (const int field : table.primary_key) {
    if (field != table.primary_key.front()) key += '|';
    key += rows[row].cells[static_cast<std::size_t>(field)].text.value_or("");
  }
  return key;
}

}  // namespace remit::cases
