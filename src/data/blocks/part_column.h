#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "data/bitmap.h"
#include "data/dataset.h"
#include "data/dictionary.h"

namespace remit::data {

/// A column of a part of a table, with texts of its own; see Column.
struct PartColumn {
  Bitmap known;
  /// boolean; integer; number; date or string.
  std::variant<Bitmap, std::vector<std::int64_t>, std::vector<double>, Codes> values;
  std::shared_ptr<Dictionary> dictionary;  ///< of strings
};

/// An empty one for a field's type.
PartColumn empty_part(const model::Field& field);

}  // namespace remit::data
