#pragma once

#include <map>
#include <string>
#include <vector>

namespace example {

/// A file of the export. The first column is the key, which the table itself hands out; without a
/// prefix the file does not show it.
class Table {
 public:
  Table(std::string name, std::string prefix, std::vector<std::string> columns);

  /// Adds a row of all columns but the key; the key is its answer.
  std::string add(std::vector<std::string> cells);
  void set(const std::string& key, const std::string& column, const std::string& value);
  const std::string& get(const std::string& key, const std::string& column) const;
  void erase(const std::string& key);

  /// The keys of the rows with this value in a column, in the order in which they were added.
  std::vector<std::string> where(const std::string& column, const std::string& value) const;

  /// The keys of all rows, in that order.
  std::vector<std::string> keys() const;

  std::size_t size() const { return rows_.size(); }
  /// The key of the row that was added last; there must be one.
  const std::string& last() const { return rows_.rbegin()->first; }
  const std::string& name() const { return name_; }
  /// The table as CSV.
  std::string text() const;

 private:
  std::size_t column_index(const std::string& column) const;

  std::string name_;
  std::string prefix_;
  std::vector<std::string> columns_;
  std::map<std::string, std::vector<std::string>> rows_;  ///< by key, which is also their order
  int last_number_ = 0;
};

}  // namespace example
