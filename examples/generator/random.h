#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace example {

/// SplitMix64: the same numbers on every platform, unlike the distributions of the standard
/// library.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }

  /// From `low` to `high`, both included.
  int between(int low, int high) {
    const auto width = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<int>(next() % width);
  }

  bool chance(int percent) { return between(1, 100) <= percent; }

  template <typename T>
  const T& pick(const std::vector<T>& values) {
    return values[static_cast<std::size_t>(next() % values.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace example
