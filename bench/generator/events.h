#pragma once

#include <cstdint>
#include <vector>

#include "bench/generator/plan.h"

namespace bench {

/// Something that happened on a day, as small as can be: tens of millions are kept at a time.
struct Event {
  std::uint32_t of;      ///< the number of the case or of the worker
  std::uint32_t worker;  ///< who did it; kNobody where that is not recorded
  std::uint16_t day;     ///< since kFirstDay
  std::uint8_t kind;
  std::uint8_t detail;
};

/// Orders by day, and keeps the order within a day: so a system numbers what is entered day by day.
void sort_by_day(std::vector<Event>& events);

}  // namespace bench
