#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"

// How counts and dates are said to people.
namespace remit::report::text {

/// `12,345`.
std::string number(std::size_t count);
/// `1 rule`, `2 rules`.
std::string counted(std::size_t count, std::string_view singular);
/// `1 violation`, `2 violations`, `3 unknown`, `4 due`, `5 not applicable`.
std::string counted(std::size_t count, rules::Verdict verdict);
/// `2 violations, 1 unknown`, the worst first, without those that are 0; empty for none.
std::string counted(const std::array<std::size_t, rules::kVerdicts>& counts);
/// `a`, `a and b`, `a, b and c`.
std::string listed(const std::vector<std::string>& items);

/// The last day is named, not the day after: `2026-01-01 to 2026-01-31`, `2026-01-01` for one day,
/// `since 2026-01-01` for a breach that lasts on the as-of day, `by 2026-02-01` for what is due.
std::string when(const rules::Outcome& outcome, value::Date as_of);
std::string when(const findings::Window& window);

/// `new`, `re-opened`, `not judged`.
std::string_view said(findings::State state);
/// What it was in the baseline: `violation since 2026-01-01`, `due by 2026-02-01`.
std::string was(const findings::Former& former);
/// Against the baseline, in a sentence: `changed (was due by 2026-02-01), first seen 2026-01-15, 12
/// working days ago`.
std::string told(const findings::History& history);
/// `3 new, 1 re-opened, 12 unchanged, 2 fixed`, without those that are 0.
std::string counted(const findings::Baseline& baseline);

/// `Working Together, ch. 3 (HM Government, 2023; statutory guidance)`.
std::string cited(const findings::Authority& authority);

/// `waived until 2026-10-15 by Head of Service on 2026-05-20: ` and why.
std::string waived(const findings::Waiver& waiver);

}  // namespace remit::report::text
