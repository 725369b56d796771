#include "data/readers/memory.h"

#include <algorithm>

namespace remit::data {
namespace {

constexpr std::size_t kBatch = 512;  // rows

}  // namespace

bool MemoryRows::next(RowBatch& batch) {
  batch.clear();
  batch.width = model_.fields.size();
  const std::size_t end = std::min(position_ + kBatch, table_.rows.size());
  for (; position_ < end; ++position_) {
    const MemoryRow& row = table_.rows[position_];
    for (const auto& cell : row.cells) {
      batch.cells.push_back({cell ? std::string_view(*cell) : std::string_view(), false, !cell});
    }
    batch.places.push_back({row.line, position_});
  }
  return batch.size() > 0;
}

}  // namespace remit::data
