#include "engine/standing.h"

#include <algorithm>

#include "engine/expression.h"
#include "engine/screen.h"

namespace remit::engine {
namespace {

using value::Date;
using value::Period;
using value::PeriodShape;

Date next_day(Date date) { return {date.days + 1}; }

struct OverOf {
  lang::typed::NodePtr operator()(const rules::Require&) const { return nullptr; }
  lang::typed::NodePtr operator()(const rules::Reserve&) const { return nullptr; }
  lang::typed::NodePtr operator()(const rules::Cover& kind) const { return kind.over; }
  lang::typed::NodePtr operator()(const rules::Frequency& kind) const { return kind.over; }
  lang::typed::NodePtr operator()(const rules::Limit& kind) const { return kind.over; }
  lang::typed::NodePtr operator()(const rules::Deadline&) const { return nullptr; }
  lang::typed::NodePtr operator()(const rules::Unique&) const { return nullptr; }
};

/// The start of a period of any shape, as dates.
Vector starts(const Vector& periods) {
  return map_one<std::int32_t, Period>(value::Kind::kDate, periods, [](const Period& period) {
    return std::optional(value::first_day(period).days);
  });
}

/// The part of a period inside `effective`; empty where there is none. An uncut period keeps its
/// shape.
Period cut_to(const Period& over, const rules::Effective& effective) {
  const Date from = std::max(value::first_day(over), effective.from.value_or(value::kFirstDate));
  const Date limit = effective.to ? next_day(*effective.to) : value::kOpen;
  const Date to = std::min(value::end_day(over), limit);
  if (from == value::first_day(over) && to == value::end_day(over)) return over;
  return value::make_period(from, to);
}

std::optional<Period> part_after(const Period& over, const rules::Effective& effective,
                                 Date as_of) {
  if (!effective.to || !effective.then_unknown) return std::nullopt;
  const Date from = std::max(value::first_day(over), next_day(*effective.to));
  const Date to = std::min(value::end_day(over), next_day(as_of));
  if (to <= from) return std::nullopt;
  return value::make_period(from, to);
}

/// Puts aside the days before the data are complete.
void cut_to_complete(std::optional<Date> known_from, OwnPeriod& own) {
  if (!known_from || *known_from <= own.from || own.to <= own.from) return;
  const Date first = std::min(*known_from, own.to);
  own.before = value::make_period(own.from, first);
  own.from = first;
}

/// Step 1 for a rule with `over`: what the period alone decides.
Step by_period(const Vector& over, std::size_t i, const rules::Rule& rule, const Context& context,
               OwnPeriod& own) {
  const Date as_of = context.as_of;
  if (!over.is_known(i)) return Step::kUndated;
  own.over = over.of<Period>()[over.at(i)];
  if (own.over.shape == PeriodShape::kEmpty || as_of < value::first_day(own.over)) {
    return Step::kNotApplicable;
  }
  // A rule with `on` is dated by that, and its `over` is judged as it is.
  static const rules::Effective kAlways;
  const rules::Effective& effective = rule.on ? kAlways : rule.effective;
  own.cut = cut_to(own.over, effective);
  own.after = part_after(own.over, effective, as_of);
  own.from = value::first_day(own.cut);
  own.to = std::min(value::end_day(own.cut), next_day(as_of));
  if (own.cut.shape != PeriodShape::kEmpty) cut_to_complete(context.known_from, own);
  if (own.cut.shape != PeriodShape::kEmpty && own.from < own.to) return Step::kJudge;
  if (own.before) return Step::kIncomplete;
  return own.after ? Step::kSuperseded : Step::kNotApplicable;
}

/// Step 1 for a rule about a date.
Step by_date(const Vector& dates, std::size_t i, const rules::Effective& effective, Date as_of) {
  if (!dates.is_known(i)) return Step::kUndated;
  const Date date{dates.of<std::int32_t>()[dates.at(i)]};
  if (as_of < date || (effective.from && date < *effective.from)) return Step::kNotApplicable;
  if (!effective.to || date <= *effective.to) return Step::kJudge;
  return effective.then_unknown ? Step::kSuperseded : Step::kNotApplicable;
}

/// Unknown whatever the data say.
bool is_left_open(Step step) { return step == Step::kSuperseded || step == Step::kIncomplete; }

/// Step 2: `when` decides before a missing date and before what is not encoded.
Step with_condition(Step step, const Vector& applicable, std::size_t i) {
  if (step == Step::kNotApplicable || applicable.is_false(i)) return Step::kNotApplicable;
  if (is_left_open(step) || applicable.is_known(i)) return step;
  return Step::kDoubtful;
}

/// An unknown run is as an unknown `when`.
Step with_unknown_run(Step step) {
  return step == Step::kNotApplicable || is_left_open(step) ? step : Step::kDoubtful;
}

/// Subjects that are runs: one that starts after the as-of date does not count yet, and one that
/// is not known makes its subject doubtful.
void limit_runs(const rules::Rule& rule, Standing& standing, Date as_of) {
  standing.future_run.assign(standing.steps.size(), false);
  for (const auto& binding : rule.subjects) {
    if (binding.type.kind != value::Kind::kPeriod) continue;
    const Vector& runs = standing.frame->slot(binding.slot);
    for (std::size_t i = 0; i < runs.size; ++i) {
      if (!runs.is_known(i)) {
        standing.steps[i] = with_unknown_run(standing.steps[i]);
        if (standing.applicable.is_true(i)) {
          standing.applicable.known.clear(i);
          standing.applicable.truth().clear(i);
        }
      } else if (as_of < value::first_day(runs.of<Period>()[runs.at(i)])) {
        standing.steps[i] = Step::kNotApplicable;
        standing.future_run[i] = true;
      }
    }
  }
}

/// Leaves out what is no subject of a line of reserved tasks: a known task that is not among them.
void limit_tasks(const rules::Rule& rule, Standing& standing, Context& context) {
  const auto* reserve = std::get_if<rules::Reserve>(&rule.kind);
  if (!reserve) return;
  const Vector task = evaluate(*reserve->task, standing.frame, context);
  other_tasks(*reserve, task).each([&](std::size_t i) { standing.steps[i] = Step::kElsewhere; });
}

std::optional<Period> day_of(const Vector& dates, std::size_t i) {
  if (!dates.is_known(i)) return std::nullopt;
  const Date date{dates.of<std::int32_t>()[dates.at(i)]};
  return Period{date, next_day(date), PeriodShape::kSpan};
}

std::optional<Period> judged_part(const OwnPeriod& own) {
  if (own.to <= own.from) return own.before;
  return value::make_period(own.from, own.to);
}

/// Step 1, and what was judged. Of a rule with both `on` and `over` the date decides where it
/// does not leave it to the period.
Step first_step(const rules::Rule& rule, const Vector& overs, Standing& standing, std::size_t i,
                const Context& context) {
  const Step date = by_date(standing.own_date, i, rule.effective, context.as_of);
  if (standing.periods.empty()) return date;
  const Step period = by_period(overs, i, rule, context, standing.periods[i]);
  const bool date_decides = rule.on && date != Step::kJudge && period != Step::kNotApplicable;
  standing.judged_over.push_back(date_decides ? day_of(standing.own_date, i)
                                              : judged_part(standing.periods[i]));
  return date_decides ? date : period;
}

}  // namespace

std::optional<Period> Standing::judged(std::size_t i) const {
  return periods.empty() ? day_of(own_date, i) : judged_over[i];
}

Vector own_dates(const rules::Rule& rule, const FramePtr& frame, Context& context) {
  if (rule.on) return evaluate(*rule.on, frame, context);
  if (const auto* deadline = std::get_if<rules::Deadline>(&rule.kind)) {
    return evaluate(*deadline->trigger, frame, context);
  }
  const auto* unique = std::get_if<rules::Unique>(&rule.kind);
  if (unique && unique->while_) return starts(evaluate(*unique->while_, frame, context));
  return date_vector(context.as_of, frame->size());
}

lang::typed::NodePtr over_of(const rules::Rule& rule) { return std::visit(OverOf{}, rule.kind); }

lang::typed::NodePtr own_date_of(const rules::Rule& rule) {
  if (rule.on) return rule.on;
  if (const auto* deadline = std::get_if<rules::Deadline>(&rule.kind)) return deadline->trigger;
  if (const auto* unique = std::get_if<rules::Unique>(&rule.kind)) return unique->while_;
  return nullptr;
}

Standing standing_of(const rules::Rule& rule, const Elements& subjects, Context& context) {
  Standing standing;
  const std::size_t size = subjects.frame->size();
  Indices all(size);
  for (std::size_t i = 0; i < size; ++i) all[i] = static_cast<std::uint32_t>(i);
  auto frame = Frame::derived(subjects.frame, all);
  frame->bind(0, date_vector(context.as_of, size));
  const lang::typed::NodePtr over = over_of(rule);
  Vector overs;
  if (over) {
    overs = evaluate(*over, frame, context);
    standing.periods.resize(size);
  }
  standing.own_date = own_dates(rule, frame, context);
  frame->bind(0, standing.own_date);
  standing.applicable = rule.when
                            ? conjunction(subjects.where, evaluate(*rule.when, frame, context))
                            : subjects.where;
  standing.frame = frame;
  standing.steps.reserve(size);
  for (std::size_t i = 0; i < size; ++i) {
    const Step step = first_step(rule, overs, standing, i, context);
    standing.steps.push_back(with_condition(step, standing.applicable, i));
  }
  limit_runs(rule, standing, context.as_of);
  limit_tasks(rule, standing, context);
  return standing;
}

}  // namespace remit::engine
