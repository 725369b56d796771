#include "engine/runs.h"

#include <algorithm>

#include "engine/elements.h"
#include "engine/expression.h"

namespace remit::engine {

std::vector<value::Period> united(std::vector<value::Period> periods) {
  std::erase_if(periods, [](const value::Period& period) {
    return period.shape == value::PeriodShape::kEmpty;
  });
  std::sort(periods.begin(), periods.end(), [](const value::Period& a, const value::Period& b) {
    return value::first_day(a) < value::first_day(b);
  });
  std::vector<value::Period> stretches;
  for (const value::Period& period : periods) {
    const value::Date end = value::end_day(period);
    if (!stretches.empty() && value::first_day(period) <= stretches.back().to) {
      stretches.back().to = std::max(stretches.back().to, end);
    } else {
      stretches.push_back({value::first_day(period), end, value::PeriodShape::kSpan});
    }
  }
  return stretches;
}

Runs runs_of(const lang::typed::Comprehension& comprehension, const FramePtr& outer,
             Context& context) {
  const Elements elements = expand(comprehension, outer, context);
  const Vector heads = evaluate(*comprehension.head, elements.frame, context);
  const Indices starts = starts_of(elements);
  Runs runs{{0}, {}, elements.unknown, nullptr};
  runs.unknown |= elements.open;
  auto causes = context.trace ? std::make_shared<Causes>(outer->size()) : nullptr;
  const auto blame = [&](std::size_t i, const Vector& vector, std::size_t k) {
    if (!causes || !vector.causes) return;
    const auto& more = (*vector.causes)[vector.at(k)];
    (*causes)[i].insert((*causes)[i].end(), more.begin(), more.end());
  };
  for (std::size_t i = 0; i < outer->size(); ++i) {
    std::vector<value::Period> periods;
    for (std::uint32_t k = starts[i]; k < starts[i + 1]; ++k) {
      if (elements.where.is_known(k) && heads.is_known(k)) {
        periods.push_back(heads.of<value::Period>()[heads.at(k)]);
        continue;
      }
      runs.unknown.set(i);
      blame(i, elements.where.is_known(k) ? heads : elements.where, k);
    }
    const auto stretches = united(std::move(periods));
    runs.periods.insert(runs.periods.end(), stretches.begin(), stretches.end());
    runs.starts.push_back(static_cast<std::uint32_t>(runs.periods.size()));
  }
  if (causes && elements.causes) {
    elements.unknown.each([&](std::size_t i) {
      const auto& more = (*elements.causes)[i];
      (*causes)[i].insert((*causes)[i].end(), more.begin(), more.end());
    });
  }
  runs.causes = causes;
  return runs;
}

}  // namespace remit::engine
