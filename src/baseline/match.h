#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "baseline/run.h"
#include "findings/finding.h"

// Which finding of a former run is which one of this run: both of one rule and one subject.
namespace remit::baseline {

/// The day on which a breach or a doubt that lasted then ends is the as-of date of its run, and a
/// rule about the as-of day speaks of another day in every run: neither makes a difference.
bool same_days(const findings::Former& former, const rules::Outcome& outcome, value::Date as_of);

/// Whether the two could be about the same days: their periods share one; or what was due is now
/// broken, or the other way round; or the days of one are not known.
bool meet(const findings::Former& former, const rules::Outcome& outcome, value::Date as_of);

/// For each of `now` the entry that it continues. First those with the same verdict and
/// days, then those with the same verdict and start, then
/// those with the same start, then those that meet, then those that are due; entries that were
/// there last time come before those that were fixed.
std::vector<std::optional<std::size_t>> pair(std::span<const Entry> former,
                                             std::span<const findings::Finding* const> now,
                                             value::Date as_of);

}  // namespace remit::baseline
