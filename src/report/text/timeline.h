#pragma once

#include <cstddef>
#include <vector>

#include "findings/explanation.h"
#include "report/text/page.h"

namespace remit::report::text {

/// Of more calm entries in a row than this, those between the first and the last are left out.
constexpr std::size_t kCalmShown = 4;

/// Calls f(i, 0) for the entries that are shown, in order, and f(0, n) in place of n that are not.
template <typename T, typename F>
void each_shown(const std::vector<T>& entries, F f) {
  for (std::size_t begin = 0; begin < entries.size();) {
    std::size_t end = begin;
    while (end < entries.size() && entries[end].calm) ++end;
    const std::size_t calm = end - begin;
    if (calm > kCalmShown) {
      f(begin, 0);
      f(0, calm - 2);
      f(end - 1, 0);
      begin = end;
    } else {
      f(begin, 0);
      ++begin;
    }
  }
}

/// One line an entry, in order of date, with a bar to scale where it has days.
void write_timeline(Page& page, const findings::Explanation& explanation);

}  // namespace remit::report::text
