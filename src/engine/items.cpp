#include "engine/items.h"

#include "engine/answers.h"
#include "engine/expression.h"
#include "engine/subjects.h"

namespace remit::engine {
namespace {

namespace typed = lang::typed;
using value::Date;
using value::Period;

/// So many that do not count are told of.
constexpr std::size_t kLeftOut = 60;

std::optional<Period> period_at(const Vector& heads, std::size_t i) {
  if (!heads.is_known(i)) return std::nullopt;
  if (heads.kind == value::Kind::kPeriod) return heads.of<Period>()[heads.at(i)];
  const Date date{heads.of<std::int32_t>()[heads.at(i)]};
  return value::make_period(date, {date.days + 1});
}

bool is_date(const rules::Elements& elements) {
  return elements.comprehension.head->type.kind == value::Kind::kDate;
}

/// The comprehension without its conditions.
typed::Comprehension bare(typed::Comprehension comprehension) {
  for (typed::Binding& binding : comprehension.bindings) binding.where = nullptr;
  return comprehension;
}

/// The first condition of the bindings that is false.
std::optional<Answer> false_condition(const typed::Comprehension& comprehension,
                                      const FramePtr& element, const text::SourcePtr& file,
                                      Context& context) {
  for (const typed::Binding& binding : comprehension.bindings) {
    if (!binding.where) continue;
    if (flatten(evaluate(*binding.where, element, context)).is_false(0)) {
      return answer(binding.where, element, file, context);
    }
  }
  return std::nullopt;
}

void add_left_out(const rules::Elements& source, std::size_t number, const FramePtr& subject,
                  const text::SourcePtr& file, Context& context, std::vector<LeftOut>& result) {
  const typed::Comprehension all = bare(source.comprehension);
  const Elements elements = expand(all, subject, context);
  const Vector heads = evaluate(*source.comprehension.head, elements.frame, context);
  for (std::uint32_t k = 0; k < elements.frame->size() && result.size() < kLeftOut; ++k) {
    const FramePtr element = narrow(elements.frame, {k});
    auto where = false_condition(source.comprehension, element, file, context);
    const auto period = period_at(heads, k);
    if (!where && !(period && context.as_of < value::first_day(*period))) continue;
    LeftOut left{
        {subject_of(all.bindings, element, 0, context), number, is_date(source), period, true},
        std::move(where)};
    result.push_back(std::move(left));
  }
}

}  // namespace

Items items_of(const Candidates& candidates, std::size_t i, const Context& context) {
  Items items;
  items.lost = candidates.unknown.get(i);
  items.open = candidates.open.get(i);
  for (std::uint32_t k = candidates.starts[i]; k < candidates.starts[i + 1]; ++k) {
    const Candidate& candidate = candidates.all[k];
    const rules::Elements& source = (*candidates.from)[candidate.source];
    Item item;
    item.row = subject_of(source.comprehension.bindings, candidates.frames[candidate.source],
                          candidate.tuple, context);
    item.source = candidate.source;
    item.is_date = is_date(source);
    if (candidate.known) item.period = candidate.period;
    item.sure = candidate.sure;
    items.counted.push_back(std::move(item));
  }
  return items;
}

std::vector<LeftOut> left_out_of(const std::vector<rules::Elements>& sources,
                                 const FramePtr& subject, const text::SourcePtr& file,
                                 const Context& context) {
  // A context of its own: it keeps look-ups by the place of an expression, and those here go away.
  std::set<CalendarMiss> misses;
  std::vector<LeftOut> result;
  for (std::size_t s = 0; s < sources.size(); ++s) {
    if (sources[s].comprehension.bindings.empty()) continue;
    Context own = context.beside(misses);
    add_left_out(sources[s], s, subject, file, own, result);
  }
  return result;
}

}  // namespace remit::engine
