#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace remit::test {

/// Chance with a seed: the same seed makes the same case on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}

  /// 0 to n - 1.
  int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(n)); }
  int between(int low, int high) { return low + below(high - low + 1); }
  bool percent(int chance) { return below(100) < chance; }
  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from.at(static_cast<std::size_t>(below(static_cast<int>(from.size()))));
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace remit::test
