#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "data/cells/cell_reader.h"
#include "data/dataset.h"
#include "data/header.h"
#include "data/key_finder.h"
#include "data/read_options.h"
#include "data/readers/csv.h"
#include "model/model.h"
#include "value/date.h"

namespace remit::data {

/// A foreign key of one text that is resolved while its table is read, since the table that it
/// leads to has been read before.
struct DirectRelation {
  std::size_t relation;
  std::size_t field;
  const model::Table* target;
  const KeyFinder* targets;
};

/// How the keys of a table are told apart.
enum class KeyCheck {
  kNone,    ///< the table has no key
  kColumn,  ///< by columns that are in memory
  kText,    ///< by the text of the one field, of which nothing is kept
};

/// What to do with each column of a table's source; threads share it.
class TablePlan {
 public:
  /// `stored` by field. `is_target`: rows of other tables are looked up by the key.
  TablePlan(const model::Table& model, Header header, value::Date as_of, std::vector<bool> stored,
            bool is_target);
  TablePlan(const TablePlan&) = delete;
  TablePlan& operator=(const TablePlan&) = delete;
  ~TablePlan() = default;

  void resolve(DirectRelation relation) { direct_.push_back(relation); }

  const model::Table& model() const { return model_; }
  int column(std::size_t field) const { return header_.columns[field]; }
  bool has(std::size_t field) const { return header_.columns[field] >= 0; }
  bool stored(std::size_t field) const { return stored_[field]; }
  const CellReader& reader(std::size_t field) const { return readers_[field]; }
  const std::vector<CellReader>& readers() const { return readers_; }
  value::Date as_of() const { return as_of_; }
  KeyCheck key_check() const { return key_check_; }
  bool is_target() const { return is_target_; }
  const std::vector<DirectRelation>& direct() const { return direct_; }

  /// A line of prose may have as many commas as a row, but hardly a date, or two other typed
  /// values, in just the right places.
  bool looks_like_row(const std::vector<Cell>& cells) const;

 private:
  const model::Table& model_;
  Header header_;
  value::Date as_of_;
  std::vector<bool> stored_;
  bool is_target_;
  std::vector<CellReader> readers_;
  KeyCheck key_check_ = KeyCheck::kNone;
  std::vector<DirectRelation> direct_;
};

}  // namespace remit::data
