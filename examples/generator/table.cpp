#include "generator/table.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace example {

Table::Table(std::string name, std::string prefix, std::vector<std::string> columns)
    : name_(std::move(name)), prefix_(std::move(prefix)), columns_(std::move(columns)) {}

std::string Table::add(std::vector<std::string> cells) {
  const bool shown = !prefix_.empty();
  if (cells.size() + (shown ? 1 : 0) != columns_.size()) {
    throw std::logic_error(name_ + ": a row has the wrong number of cells");
  }
  std::string digits = std::to_string(++last_number_);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  std::string key = prefix_ + digits;
  if (shown) cells.insert(cells.begin(), key);
  rows_.emplace(key, std::move(cells));
  return key;
}

void Table::set(const std::string& key, const std::string& column, const std::string& value) {
  rows_.at(key)[column_index(column)] = value;
}

const std::string& Table::get(const std::string& key, const std::string& column) const {
  return rows_.at(key)[column_index(column)];
}

void Table::erase(const std::string& key) { rows_.erase(key); }

std::vector<std::string> Table::where(const std::string& column, const std::string& value) const {
  const std::size_t index = column_index(column);
  std::vector<std::string> keys;
  for (const auto& [key, cells] : rows_) {
    if (cells[index] == value) keys.push_back(key);
  }
  return keys;
}

std::vector<std::string> Table::keys() const {
  std::vector<std::string> keys;
  for (const auto& row : rows_) keys.push_back(row.first);
  return keys;
}

std::string Table::text() const {
  std::string text;
  const auto write_line = [&text](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) text += ',';
      text += cells[i];
    }
    text += '\n';
  };
  write_line(columns_);
  for (const auto& row : rows_) write_line(row.second);
  return text;
}

std::size_t Table::column_index(const std::string& column) const {
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end()) throw std::logic_error(name_ + " has no column " + column);
  return static_cast<std::size_t>(found - columns_.begin());
}

}  // namespace example
