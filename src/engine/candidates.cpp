#include "engine/candidates.h"

#include <algorithm>

#include "engine/completeness.h"
#include "engine/expression.h"

namespace remit::engine {
namespace {

using value::Kind;
using value::Period;

Period period_at(const Vector& heads, std::size_t i) {
  if (heads.kind == Kind::kPeriod) return heads.of<Period>()[heads.at(i)];
  const value::Date date{heads.of<std::int32_t>()[heads.at(i)]};
  return {date, {date.days + 1}, value::PeriodShape::kSpan};
}

/// One element for each subject: the expression itself; a date that is missing is none.
Elements single(const FramePtr& subjects) {
  Elements elements;
  elements.outer = subjects;
  elements.frame = subjects;
  for (std::uint32_t i = 0; i < subjects->size(); ++i) elements.owner.push_back(i);
  elements.where = truth_vector(true, subjects->size());
  elements.unknown = Bitmap(subjects->size());
  elements.open = Bitmap(subjects->size());
  return elements;
}

void add(Candidates& result, std::uint32_t source, const rules::Elements& from,
         const FramePtr& subjects, Context& context) {
  const bool alone = from.comprehension.bindings.empty();
  Elements elements = alone ? single(subjects) : expand(from.comprehension, subjects, context);
  const Vector heads = evaluate(*from.comprehension.head, elements.frame, context);
  result.unknown |= elements.unknown;
  result.open |= elements.open;
  const bool may_be_unseen = alone && reads_open(*from.comprehension.head, context);
  result.all.reserve(result.all.size() + elements.owner.size());
  for (std::uint32_t k = 0; k < elements.owner.size(); ++k) {
    Candidate candidate{elements.owner[k],         source, k, heads.is_known(k),
                        elements.where.is_true(k), {}};
    if (!candidate.known && may_be_unseen) result.open.set(candidate.subject);
    if (!candidate.known && alone && heads.kind == Kind::kDate) continue;
    if (candidate.known) candidate.period = period_at(heads, k);
    if (candidate.known && context.as_of < candidate.period.from) continue;
    if (candidate.doubtful()) result.doubtful.set(candidate.subject);
    result.all.push_back(candidate);
  }
  result.frames.push_back(elements.frame);
}

}  // namespace

Candidates candidates_of(const std::vector<rules::Elements>& sources, const FramePtr& subjects,
                         Context& context) {
  Candidates result;
  result.from = &sources;
  result.unknown = Bitmap(subjects->size());
  result.open = Bitmap(subjects->size());
  result.doubtful = Bitmap(subjects->size());
  for (std::uint32_t s = 0; s < sources.size(); ++s) {
    add(result, s, sources[s], subjects, context);
  }
  if (sources.size() > 1) {
    std::stable_sort(result.all.begin(), result.all.end(),
                     [](const Candidate& a, const Candidate& b) { return a.subject < b.subject; });
  }
  result.starts.assign(subjects->size() + 1, 0);
  for (const Candidate& candidate : result.all) ++result.starts[candidate.subject + 1];
  for (std::size_t i = 1; i < result.starts.size(); ++i) result.starts[i] += result.starts[i - 1];
  return result;
}

}  // namespace remit::engine
