#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "data/bitmap.h"
#include "data/dictionary.h"
#include "model/model.h"
#include "value/period.h"
#include "value/value.h"

namespace remit::data {

using Codes = std::vector<std::int32_t>;
/// Codes of a dictionary that has at most 256 texts.
using SmallCodes = std::vector<std::uint8_t>;

/// Codes that are the rows themselves: of keys.
struct RowCodes {
  std::size_t rows = 0;
  std::size_t size() const { return rows; }
};
/// By row a row of another table, -1 where there is none. Of a column that is a foreign key these
/// are its codes, too. They are made as ones that can be changed, for overlays.
using Targets = std::shared_ptr<const Codes>;

/// A typed column. `known` has a bit a row: the cell has a value. What stands in `values` where it
/// has none is 0 (a valid code only where the dictionary is not empty), but of Targets.
struct Column {
  value::Kind kind = value::Kind::kString;
  /// Whether its cells are in memory. Those of another column are looked up in the source, by
  /// cell(table, field, row) alone.
  bool stored = true;
  Bitmap known;
  /// boolean; integer; number; date (as days) or string (as codes of `dictionary`); string, in
  /// three other ways.
  std::variant<Bitmap, std::vector<std::int64_t>, std::vector<double>, Codes, SmallCodes, RowCodes,
               Targets>
      values;
  std::shared_ptr<const Dictionary> dictionary;  ///< of strings
};

/// A period of the model, made once from its two columns; not known where the start is missing
/// or the end lies before it.
struct PeriodColumn {
  Bitmap known;
  std::vector<value::Period> values;
};

/// The rows that point at a row i: row(k) for k from offsets[i] up to offsets[i + 1], in row order.
struct InverseIndex {
  std::vector<std::uint32_t> offsets;
  std::vector<std::int32_t> rows;  ///< empty where row(k) is k: the rows stand in that order

  std::int32_t row(std::uint32_t k) const {
    return rows.empty() ? static_cast<std::int32_t>(k) : rows[k];
  }
};

/// Which line of its file a row starts on, kept as the places where the distance changes.
class LineIndex {
 public:
  /// Rows come in order.
  void add(std::size_t row, std::size_t line);
  std::size_t line(std::size_t row) const;
  /// Adds the rows of the next part of a file, behind so many rows and lines.
  void append(const LineIndex& part, std::size_t rows, std::size_t lines);

 private:
  struct Step {
    std::size_t row;
    std::size_t line;
  };
  std::vector<Step> steps_;
};

/// Looks up the cells of columns that are not in memory.
class UnstoredCells;

/// The rows of one table of the model, in the order of the file. Vectors are indexed as the
/// model's fields, periods, relations and inverses are.
struct Table {
  bool given = false;  ///< whether the export has it, in a file of which rows can be read
  std::string path;    ///< of its file
  std::size_t rows = 0;
  std::vector<bool> columns_given;
  std::vector<Column> columns;
  std::vector<PeriodColumn> periods;
  std::vector<Targets> targets;  ///< by relation
  std::vector<InverseIndex> inverses;
  LineIndex lines;
  std::shared_ptr<const UnstoredCells> unstored;  ///< null where all columns are in memory
};

/// The tables of an export. Copies share them; one that is to be changed is copied for itself then.
class Tables {
 public:
  const Table& operator[](std::size_t table) const { return *tables_[table]; }
  const Table& at(std::size_t table) const { return *tables_.at(table); }
  std::size_t size() const { return tables_.size(); }
  void push_back(Table table) { tables_.push_back(std::make_shared<Table>(std::move(table))); }
  /// The table, to be changed: no other copy sees that.
  Table& edit(std::size_t table) {
    std::shared_ptr<Table>& own = tables_[table];
    if (own.use_count() > 1) own = std::make_shared<Table>(*own);
    return *own;
  }

 private:
  std::vector<std::shared_ptr<Table>> tables_;
};

/// Something wrong in the export: `DATA-...`.
struct DataFinding {
  std::string code;  ///< DATA-DATE, DATA-KEY-DUPLICATE, ...
  std::string resource;
  std::string file;
  std::size_t line = 0;    ///< from 1; 0 where it is about the whole file
  std::size_t column = 0;  ///< the column's number from 1; 0 where it is about the whole row
  std::string field;       ///< its name
  std::string key;         ///< of the row, where it has one
  std::string value;       ///< what stands there
  std::string expected;    ///< what should stand there
  std::string message;
};

/// Rows read = kept + rejected + later (not yet happened on the as-of date).
struct ReadCounts {
  std::size_t read = 0;
  std::size_t kept = 0;
  std::size_t rejected = 0;
  std::size_t later = 0;
};

/// An export, read by its model.
struct Dataset {
  std::shared_ptr<const model::Model> model;
  Tables tables;                   ///< one a table of the model
  std::vector<ReadCounts> counts;  ///< likewise
  std::vector<DataFinding> findings;
};

/// One cell of a column in memory, and of a table, as a value.
value::Value cell(const Column& column, std::size_t row);
value::Value cell(const Table& table, int field, std::int32_t row);
/// The primary key of a row as text, its parts joined by `|`; `row 7` in a table without one.
std::string key_text(const model::Table& model, const Table& table, std::size_t row);
std::string key_text(const Dataset& data, int table, std::int32_t row);

}  // namespace remit::data
