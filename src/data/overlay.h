#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "data/dataset.h"
#include "value/value.h"

namespace remit::data {

/// A row that is not in the export: one value a field, and by relation the row that it points at
/// (-1 for none).
struct AddedRow {
  std::vector<value::Value> cells;
  std::vector<std::int32_t> targets;
};

/// An export as it would be with rows added and cells changed. The export itself stays as it is;
/// only the tables that change are copied, once, and changes can be taken back to make others.
class Overlay {
 public:
  explicit Overlay(const Dataset& base);

  const Dataset& data() const { return data_; }
  /// Adds a row after the last one of a table and gives its number.
  std::int32_t add(int table, const AddedRow& row) { return add(table, std::vector{row}); }
  /// Likewise several; the number of the first.
  std::int32_t add(int table, const std::vector<AddedRow>& rows);
  /// Changes a cell of a field that is part of no key.
  void set(int table, std::int32_t row, int field, const value::Value& value);
  /// Takes everything back.
  void undo();
  /// The texts that changes have brought and that stay after `undo`.
  std::size_t texts_kept() const { return texts_kept_; }

 private:
  struct Edit {
    int table;
    std::int32_t row;
    int field;  ///< -1 for rows that were added, the first of which it is
    value::Value before;
  };

  void append(Column& column, int table, std::size_t field, const value::Value& value);
  void assign(Column& column, int table, std::size_t field, std::size_t row,
              const value::Value& value);
  std::int32_t code_of(Column& column, int table, std::size_t field, const std::string& text);
  void make_periods(int table, std::size_t row);
  void put(int table, std::int32_t row, int field, const value::Value& value);
  void append_row(int table, const AddedRow& row);
  void link(int table, std::size_t first, std::size_t relation);
  void unlink(int table, std::size_t first, std::size_t relation);
  void drop_from(int table, std::size_t first);

  Dataset data_;
  std::vector<Edit> edits_;
  /// By table and field: the dictionaries that texts can be added to.
  std::map<std::pair<int, std::size_t>, std::shared_ptr<Dictionary>> dictionaries_;
  std::size_t texts_kept_ = 0;
};

}  // namespace remit::data
