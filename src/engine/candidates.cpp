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
  const bool missing_is_none = alone && heads.kind == Kind::kDate;
  const value::Date as_of = context.as_of;
  std::size_t size = result.all.size();
  // Written in place, each member once: this loop goes through all that rules count.
  result.all.resize(size + elements.owner.size());
  for (std::uint32_t k = 0; k < elements.owner.size(); ++k) {
    const std::uint32_t subject = elements.owner[k];
    const bool known = heads.is_known(k);
    if (!known && may_be_unseen) result.open.set(subject);
    if (!known && missing_is_none) continue;
    Candidate& candidate = result.all[size];
    candidate.period = known ? period_at(heads, k) : Period{};
    if (known && as_of < candidate.period.from) continue;
    candidate.subject = subject;
    candidate.source = source;
    candidate.tuple = k;
    candidate.known = known;
    candidate.sure = elements.where.is_true(k);
    if (!known || !candidate.sure) result.doubtful.set(subject);
    ++size;
  }
  result.all.resize(size);
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
