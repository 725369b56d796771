#include "data/blocks/row_keys.h"

#include <absl/hash/hash.h>

#include "data/keys/key_finder.h"
#include "parallel/run.h"

namespace remit::data {

void RowKeys::append(TableBlock& block) {
  if (check_ == KeyCheck::kKept) texts_.append(block.keys);
  if (check_ != KeyCheck::kText) return;
  parts_.push_back({std::move(block.traces), block.begin, block.end, block.rows});
}

bool RowKeys::is_ascending(bool KeyTraces::*each, bool by_size) const {
  const std::string* last = nullptr;
  for (const Part& part : parts_) {
    if (part.rows == 0) continue;
    if (!(part.traces.*each)) return false;
    const std::string& first = part.traces.first;
    const bool longer = by_size && last != nullptr && last->size() < first.size();
    const bool shorter = by_size && last != nullptr && last->size() > first.size();
    if (last != nullptr && !longer && (shorter || !(*last < first))) return false;
    last = &part.traces.last;
  }
  return true;
}

std::vector<Duplicate> RowKeys::find_taken_texts(std::size_t threads) const {
  if (are_surely_different(texts_)) return {};
  std::vector<std::uint64_t> hashes(texts_.size());
  std::string one;
  std::string other;
  for (std::size_t row = 0; row < hashes.size(); ++row) {
    hashes[row] = absl::Hash<std::string_view>{}(texts_.text(row, one));
  }
  return find_duplicates({&hashes}, threads, [&](std::size_t a, std::size_t b) {
    return texts_.text(a, one) == texts_.text(b, other);
  });
}

/// Keys that only grow are all different; of others the hashes are compared.
std::vector<Duplicate> RowKeys::find_taken(
    std::size_t threads,
    const std::function<std::vector<std::uint64_t>(std::size_t, std::size_t)>& hashes,
    const std::function<bool(std::size_t, std::size_t)>& same) {
  if (check_ == KeyCheck::kKept) return find_taken_texts(threads);
  if (is_ascending(&KeyTraces::ascending, false) ||
      is_ascending(&KeyTraces::ascending_by_size, true)) {
    return {};
  }
  parallel::run(parts_.size(), threads, [&](std::size_t i, std::size_t) {
    Part& part = parts_[i];
    if (part.traces.hashes.size() < part.rows) part.traces.hashes = hashes(part.begin, part.end);
  });
  std::vector<const std::vector<std::uint64_t>*> all;
  for (const Part& part : parts_) all.push_back(&part.traces.hashes);
  return find_duplicates(all, threads, same);
}

void RowKeys::drop_rows(const Bitmap& dropped) {
  if (check_ != KeyCheck::kKept) return;
  KeyTexts kept;
  std::string buffer;
  for (std::size_t row = 0; row < texts_.size(); ++row) {
    if (!dropped.get(row)) kept.push_back(texts_.text(row, buffer));
  }
  texts_ = std::move(kept);
}

}  // namespace remit::data
