#include "data/key_duplicates.h"

#include <algorithm>
#include <bit>

#include <absl/container/flat_hash_map.h>

#include "parallel/run.h"

namespace remit::data {
namespace {

using Hashes = std::vector<const std::vector<std::uint64_t>*>;

/// Hashes are looked at by their highest bits, one slice after the other, so that what is kept of
/// them at a time is small.
constexpr unsigned kSliceBits = 4;
constexpr std::size_t kSlices = std::size_t{1} << kSliceBits;

std::size_t slice_of(std::uint64_t hash) { return hash >> (64 - kSliceBits); }

std::size_t count_all(const Hashes& hashes) {
  std::size_t count = 0;
  for (const auto* part : hashes) count += part->size();
  return count;
}

/// The hashes of a slice that several rows have. Zero stands for an empty place, so that zero
/// itself is always taken for one of them.
class SliceSet {
 public:
  explicit SliceSet(std::size_t expected)
      : places_(std::bit_ceil(std::max<std::size_t>(expected, 8) * 2), 0) {}

  /// False where it is there already.
  bool add(std::uint64_t hash) {
    if (hash == 0) return false;
    if (++used_ * 4 > places_.size() * 3) grow();
    const std::size_t at = place(hash);
    if (places_[at] == hash) return false;
    places_[at] = hash;
    return true;
  }

 private:
  std::size_t place(std::uint64_t hash) const {
    std::size_t at = hash & (places_.size() - 1);
    while (places_[at] != 0 && places_[at] != hash) at = (at + 1) & (places_.size() - 1);
    return at;
  }
  void grow() {
    std::vector<std::uint64_t> old(places_.size() * 2, 0);
    old.swap(places_);
    for (const std::uint64_t hash : old) {
      if (hash != 0) places_[place(hash)] = hash;
    }
  }

  std::vector<std::uint64_t> places_;
  std::size_t used_ = 0;
};

std::vector<std::uint64_t> repeated_in(const Hashes& hashes, std::size_t slice,
                                       std::size_t expected) {
  SliceSet seen(expected);
  std::vector<std::uint64_t> repeated;
  for (const auto* part : hashes) {
    for (const std::uint64_t hash : *part) {
      if (slice_of(hash) == slice && !seen.add(hash)) repeated.push_back(hash);
    }
  }
  return repeated;
}

/// The first rows with each key of a hash: more than one only where different keys have it.
using FirstRows = absl::flat_hash_map<std::uint64_t, std::vector<std::size_t>>;

}  // namespace

std::vector<Duplicate> find_duplicates(const Hashes& hashes, std::size_t threads,
                                       const std::function<bool(std::size_t, std::size_t)>& same) {
  const std::size_t expected = count_all(hashes) / kSlices;
  std::vector<std::vector<std::uint64_t>> repeated(kSlices);
  parallel::run(kSlices, expected < 4096 ? 1 : threads, [&](std::size_t slice, std::size_t) {
    repeated[slice] = repeated_in(hashes, slice, expected);
  });
  FirstRows first;
  for (const auto& slice : repeated) {
    for (const std::uint64_t hash : slice) first[hash];
  }
  std::vector<Duplicate> duplicates;
  if (first.empty()) return duplicates;
  std::size_t row = 0;
  for (const auto* part : hashes) {
    for (const std::uint64_t hash : *part) {
      const auto found = first.find(hash);
      if (found != first.end()) {
        auto& rows = found->second;
        const auto taken = std::find_if(rows.begin(), rows.end(),
                                        [&](std::size_t other) { return same(other, row); });
        if (taken == rows.end()) {
          rows.push_back(row);
        } else {
          duplicates.emplace_back(row, *taken);
        }
      }
      ++row;
    }
  }
  return duplicates;
}

}  // namespace remit::data
