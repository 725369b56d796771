#pragma once

#include <algorithm>
#include <cstdint>

#include "generator/random.h"

namespace bench {

using example::Random;

/// A day as days since 1970-01-01.
using Day = std::int32_t;

constexpr Day kNoDay = 0;             ///< an empty cell
constexpr Day kFirstDay = 18322;      ///< 2020-03-01: the records begin
constexpr Day kAsOf = 20512;          ///< 2026-02-28: the last day of the export
constexpr std::uint32_t kNobody = 0;  ///< an empty worker's cell

/// How large the country is; everything else follows from the number of cases.
struct Plan {
  std::uint32_t cases;

  std::uint32_t workers() const { return std::max(cases / 10, 60U); }
  std::uint32_t councils() const { return std::max(workers() / 600, 1U); }
};

/// True for `count` of a hundred thousand draws.
inline bool rarely(Random& random, int count) { return random.between(1, 100000) <= count; }

}  // namespace bench
