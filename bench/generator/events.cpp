#include "bench/generator/events.h"

namespace bench {

void sort_by_day(std::vector<Event>& events) {
  std::vector<std::size_t> place(static_cast<std::size_t>(kAsOf - kFirstDay) + 2, 0);
  for (const Event& event : events) ++place[static_cast<std::size_t>(event.day) + 1];
  for (std::size_t day = 1; day < place.size(); ++day) place[day] += place[day - 1];
  std::vector<Event> sorted(events.size());
  for (const Event& event : events) sorted[place[event.day]++] = event;
  events = std::move(sorted);
}

}  // namespace bench
