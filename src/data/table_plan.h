#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "data/cells/cell_reader.h"
#include "data/dataset.h"
#include "data/header.h"
#include "data/read_options.h"
#include "data/readers/csv.h"
#include "model/model.h"
#include "value/date.h"

namespace remit::data {

/// The keys that lead to the rows of a table: codes of `rows` are the rows.
struct TargetKeys {
  std::shared_ptr<const Dictionary> rows;
  std::shared_ptr<const Dictionary> later;  ///< of rows that have not happened yet
};

/// A foreign key of one text that is resolved while its table is read, since the table that it
/// leads to has been read before.
struct DirectRelation {
  std::size_t relation;
  std::size_t field;
  const model::Table* target;
  TargetKeys keys;
  bool wanted = true;  ///< the rows that it leads to are kept
};

/// How the keys of a table are told apart.
enum class KeyCheck {
  kNone,    ///< the table has no key
  kKept,    ///< by the text of the one field, which is kept as a key
  kColumn,  ///< by columns that are in memory
  kText,    ///< by the text of the one field, of which nothing is kept
};

/// Whether the key of a table is one text.
bool has_text_key(const model::Table& model);

/// What to do with each column of a table's source; threads share it.
class TablePlan {
 public:
  /// `stored` by field. `is_target`: rows of other tables are looked up by the key.
  TablePlan(const model::Table& model, Header header, value::Date as_of, std::vector<bool> stored,
            bool is_target);
  TablePlan(const TablePlan&) = delete;
  TablePlan& operator=(const TablePlan&) = delete;
  ~TablePlan() = default;

  void resolve(const DirectRelation& relation) { direct_.push_back(relation); }

  const model::Table& model() const { return model_; }
  int column(std::size_t field) const { return header_.columns[field]; }
  bool has(std::size_t field) const { return header_.columns[field] >= 0; }
  bool stored(std::size_t field) const { return stored_[field]; }
  /// Whether the cells of a field are gathered in a column: of a stored one that is neither the
  /// key that is kept, nor a foreign key whose codes are the rows that it leads to.
  bool gathered(std::size_t field) const;
  /// The direct relation whose targets are the codes of a stored field.
  const DirectRelation* coded_by(std::size_t field) const;
  const CellReader& reader(std::size_t field) const { return readers_[field]; }
  const std::vector<CellReader>& readers() const { return readers_; }
  value::Date as_of() const { return as_of_; }
  KeyCheck key_check() const { return key_check_; }
  bool is_target() const { return is_target_; }
  const std::vector<DirectRelation>& direct() const { return direct_; }
  bool is_in_key(std::size_t field) const;

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
