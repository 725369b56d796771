#include "engine/wait_bounds.h"

#include <algorithm>

#include "lang/walk.h"

namespace remit::engine {
namespace {

using value::Date;
using value::Duration;

std::optional<Duration> duration_at(const Vector& vector, std::size_t i) {
  if (!vector.is_known(i)) return std::nullopt;
  return vector.of<Duration>()[vector.at(i)];
}

bool depends_on(const rules::NodePtr& node, int slot, const Context& context) {
  return node && lang::needs_of(*node, context.environment).slots.contains(slot);
}

/// Whether a bound depends on the start of the wait.
bool depend_on_start(const rules::Frequency& kind, const Context& context) {
  return depends_on(kind.tolerance, kind.since, context) ||
         std::any_of(kind.phases.begin(), kind.phases.end(), [&](const rules::Phase& phase) {
           return depends_on(phase.every, kind.since, context) ||
                  depends_on(phase.tolerance, kind.since, context);
         });
}

Vector no_time(std::size_t size) {
  return constant_vector({Duration{}}, value::type(value::Kind::kDuration), size);
}

}  // namespace

WaitBoundsTable::WaitBoundsTable(const rules::Frequency& kind, const FramePtr& subjects,
                                 Context& context)
    : kind_(kind),
      subjects_(subjects),
      context_(context),
      by_start_(depend_on_start(kind, context)) {
  if (by_start_) starts_.resize(subjects->size());
  if (kind.first_within) first_within_ = evaluate(*kind.first_within, subjects, context);
  for (const rules::Phase& phase : kind.phases) {
    PhaseVectors vectors;
    if (phase.until) vectors.until = evaluate(*phase.until, subjects, context);
    if (phase.times) vectors.times = evaluate(*phase.times, subjects, context);
    phases_.push_back(std::move(vectors));
  }
}

void WaitBoundsTable::set_rules(std::size_t subject, WaitRules& rules) const {
  rules.phases.clear();
  rules.has_first_within = kind_.first_within != nullptr;
  if (kind_.first_within) rules.first_within = duration_at(first_within_, subject);
  for (std::size_t p = 0; p < phases_.size(); ++p) {
    SubjectPhase phase;
    const bool has_until = kind_.phases[p].until != nullptr;
    phase.has_times = kind_.phases[p].times != nullptr;
    const Vector& until = phases_[p].until;
    const Vector& times = phases_[p].times;
    if (has_until && until.kind == value::Kind::kDate && until.is_known(subject)) {
      phase.until_date = Date{until.of<std::int32_t>()[until.at(subject)]};
    } else if (has_until && until.kind == value::Kind::kDuration) {
      phase.until = duration_at(until, subject);
    }
    if (phase.has_times && times.is_known(subject)) {
      phase.times = times.of<std::int64_t>()[times.at(subject)];
    }
    rules.phases.push_back(phase);
  }
}

void WaitBoundsTable::add_starts(std::size_t subject, const WaitRules& rules,
                                 const WaitEvents& events) {
  auto& starts = starts_[subject];
  starts.push_back(rules.from);
  if (rules.resumed) starts.push_back(*rules.resumed);
  starts.insert(starts.end(), events.events.begin(), events.events.end());
  if (rules.restart) {
    for (const Date end : events.pauses.ends()) starts.push_back(end);
  }
}

FramePtr WaitBoundsTable::frame_of_starts() {
  Indices origin;
  data::Codes days;
  for (std::uint32_t i = 0; i < starts_.size(); ++i) {
    auto& starts = starts_[i];
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    first_tuple_.push_back(static_cast<std::uint32_t>(days.size()));
    for (const Date start : starts) {
      origin.push_back(i);
      days.push_back(start.days);
    }
  }
  Vector since = unknown_vector(value::Kind::kDate, 0);
  since.size = days.size();
  since.known = Bitmap(days.size(), true);
  since.values = std::move(days);
  auto frame = Frame::derived(subjects_, std::move(origin));
  frame->bind(kind_.since, std::move(since));
  return frame;
}

void WaitBoundsTable::evaluate_bounds() {
  const FramePtr frame = by_start_ ? frame_of_starts() : subjects_;
  for (std::size_t p = 0; p < phases_.size(); ++p) {
    const rules::Phase& phase = kind_.phases[p];
    const auto& tolerance = phase.tolerance ? phase.tolerance : kind_.tolerance;
    phases_[p].every = evaluate(*phase.every, frame, context_);
    phases_[p].tolerance =
        tolerance ? evaluate(*tolerance, frame, context_) : no_time(frame->size());
  }
}

WaitBounds WaitBoundsTable::bounds(std::size_t subject, std::size_t phase, Date since) const {
  const std::size_t tuple = by_start_ ? tuple_of(subject, since) : subject;
  return {duration_at(phases_[phase].every, tuple), duration_at(phases_[phase].tolerance, tuple)};
}

std::size_t WaitBoundsTable::tuple_of(std::size_t subject, Date since) const {
  const auto& starts = starts_[subject];
  const auto found = std::lower_bound(starts.begin(), starts.end(), since);
  return first_tuple_[subject] + static_cast<std::size_t>(found - starts.begin());
}

}  // namespace remit::engine
