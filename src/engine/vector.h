#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "data/bitmap.h"
#include "data/dataset.h"
#include "value/duration.h"
#include "value/period.h"
#include "value/type.h"
#include "value/value.h"

namespace remit::engine {

using data::Bitmap;
using Indices = std::vector<std::uint32_t>;

/// A cell of the data.
struct Cell {
  int table;
  std::int32_t row;
  int field;
  auto operator<=>(const Cell&) const = default;
};
/// For each element that has no value, the missing cells that are the cause. Only kept while an
/// explanation is made (see trace.h).
using Causes = std::vector<std::vector<Cell>>;

struct Vector;

/// Lists of items: those of element i are items[offsets[i]] up to items[offsets[i + 1]].
struct Lists {
  Indices offsets;
  std::shared_ptr<const Vector> items;
};

/// The values of one expression for all tuples of a frame: a column that was computed. `known`
/// tells which elements have a value; for booleans `truth` bits are set only where known, so that
/// three-valued logic is word by word. A constant vector holds one element that stands for all.
struct Vector {
  value::Kind kind = value::Kind::kError;
  std::size_t size = 0;
  bool constant = false;
  Bitmap known;
  /// boolean; integer; number; date (days), row (number) or string (codes); duration; period; list.
  std::variant<Bitmap, std::vector<std::int64_t>, std::vector<double>, data::Codes,
               std::vector<value::Duration>, std::vector<value::Period>, Lists>
      values;
  std::shared_ptr<const data::Dictionary> dictionary;  ///< of strings
  int table = -1;                                      ///< of rows
  std::shared_ptr<const Causes> causes;                ///< null when nothing is explained

  /// Where element i stands in `values` and `known`.
  std::size_t at(std::size_t i) const { return constant ? 0 : i; }
  bool is_known(std::size_t i) const { return known.get(at(i)); }
  template <typename T>
  const std::vector<T>& of() const {
    return std::get<std::vector<T>>(values);
  }
  template <typename T>
  std::vector<T>& of() {
    return std::get<std::vector<T>>(values);
  }
  const Bitmap& truth() const { return std::get<Bitmap>(values); }
  Bitmap& truth() { return std::get<Bitmap>(values); }

  /// Only of booleans: the three outcomes.
  bool is_true(std::size_t i) const { return truth().get(at(i)); }
  bool is_false(std::size_t i) const { return is_known(i) && !is_true(i); }
};

/// Elements of the storage type of a kind, with the stride that makes constants free.
template <typename T>
class View {
 public:
  explicit View(const Vector& vector)
      : values_(vector.of<T>().data()), known_(vector.known), step_(vector.constant ? 0 : 1) {}
  const T& operator[](std::size_t i) const { return values_[i * step_]; }
  bool known(std::size_t i) const { return known_.get(i * step_); }

 private:
  const T* values_;
  const Bitmap& known_;
  std::size_t step_;
};

/// A vector of the kind, all elements unknown, storage in place.
Vector unknown_vector(const value::Type& type, std::size_t size);
Vector unknown_vector(value::Kind kind, std::size_t size);
/// One value for all elements.
Vector constant_vector(const value::Value& value, const value::Type& type, std::size_t size);
Vector date_vector(value::Date date, std::size_t size);
Vector row_vector(int table, data::Codes rows);

/// The same with one stored element for each, for code that wants to write or go word by word.
Vector flatten(Vector vector);
/// Element i of the result is element indices[i].
Vector gather(const Vector& vector, const Indices& indices);
/// The opposite: element i goes to place indices[i] of a vector of `size`, unknown elsewhere.
Vector scatter(const Vector& vector, const Indices& indices, std::size_t size);
/// Puts the elements of `part` at the places `indices` of a flat vector of the same kind.
void put(Vector& whole, const Vector& part, const Indices& indices);

/// One element as a value; rows as value::Row.
value::Value element(const Vector& vector, std::size_t i);

/// The indices of the set bits.
Indices indices_of(const Bitmap& bitmap);

/// Unites the causes of the operands where the result has no value. Does nothing where no operand
/// carries any.
void unite_causes(Vector& result, std::initializer_list<const Vector*> operands);

}  // namespace remit::engine
