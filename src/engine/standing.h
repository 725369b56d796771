#pragma once

#include <optional>
#include <vector>

#include "engine/elements.h"
#include "rules/rule.h"

namespace remit::engine {

/// How far a subject gets before its kind's own test (language reference, "In which order it is
/// decided").
enum class Step : std::uint8_t {
  kJudge,      ///< the kind's own test decides
  kElsewhere,  ///< no subject of this line of a table of reserved tasks
  kNotApplicable,
  kDoubtful,    ///< `when` (or the `where` of `for`) is unknown
  kUndated,     ///< the own date is missing, or `over` unknown
  kSuperseded,  ///< after `effective.to`, where what follows is not encoded
  kIncomplete,  ///< before the day from which the data are complete
};

/// The own period of a subject of a rule with `over`.
struct OwnPeriod {
  value::Period over;                   ///< as the rule gives it
  value::Period cut;                    ///< what of it lies inside `effective`
  value::Date from;                     ///< F: the first day that is judged
  value::Date to;                       ///< T: the day after the last one, D + 1 at the latest
  std::optional<value::Period> after;   ///< past `effective.to`, up to D, where that is unknown
  std::optional<value::Period> before;  ///< before the data are complete
};

/// The subjects of one batch and what is known of each before the kind's own test.
struct Standing {
  FramePtr frame;  ///< one tuple a subject; slot 0 is bound
  std::vector<Step> steps;
  Vector own_date;                 ///< of rules about a date; the as-of date for those without one
  std::vector<OwnPeriod> periods;  ///< of rules with `over`; else empty
  Vector applicable;               ///< `where` and `when`
  std::vector<bool> future_run;    ///< a subject that is a run which has not begun

  /// What was judged of a subject: the day of its own date, or [F, T); nothing where unknown.
  std::optional<value::Period> judged(std::size_t i) const;
  std::vector<std::optional<value::Period>> judged_over;  ///< of rules with `over`; else empty
};

/// The own dates of all subjects of a frame whose slot 0 has the as-of date.
Vector own_dates(const rules::Rule& rule, const FramePtr& frame, Context& context);

Standing standing_of(const rules::Rule& rule, const Elements& subjects, Context& context);

/// `over` of a rule that has one, else null; likewise the expression of its own date.
lang::typed::NodePtr over_of(const rules::Rule& rule);
lang::typed::NodePtr own_date_of(const rules::Rule& rule);

}  // namespace remit::engine
