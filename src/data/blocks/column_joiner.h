#pragma once

#include <cstddef>
#include <memory>

#include "data/bitmap.h"
#include "data/blocks/part_column.h"
#include "data/dataset.h"
#include "model/model.h"

namespace remit::data {

/// Puts a column of a whole table together out of those of its parts, in order; of strings the
/// codes are in the order of first use, in a byte each as long as that is enough.
class ColumnJoiner {
 public:
  explicit ColumnJoiner(const model::Field& field);
  /// With the codes of another one, of the same field.
  ColumnJoiner(const model::Field& field, std::shared_ptr<Dictionary> dictionary);

  /// Makes room for so many rows in all, where that can be known.
  void reserve(std::size_t rows);
  void append(const PartColumn& part);
  Column take() { return std::move(column_); }
  /// Of strings.
  const std::shared_ptr<Dictionary>& dictionary() const { return dictionary_; }

 private:
  void widen();

  Column column_;
  std::shared_ptr<Dictionary> dictionary_;
};

/// What the codes of a part's dictionary are in another one, which learns what it lacks.
Codes translate(const Dictionary& part, Dictionary& dictionary);
/// Leaves out rows.
void drop_rows(Column& column, const Bitmap& dropped);

}  // namespace remit::data
