#pragma once

#include <string>
#include <vector>

#include "findings/waiver.h"
#include "rules/ruleset.h"
#include "waivers/apply.h"

namespace remit::waivers {

/// A waiver that ends within so many days of the as-of date is said to expire soon.
constexpr int kSoon = 30;
/// One that waives violations of more subjects than this is over-broad.
constexpr std::size_t kBroad = 10;

/// What should be known of the waivers of a run, by code, then in their order. Of rules that were
/// not judged, or that `only` leaves out, it is not said that their waivers are unused.
std::vector<findings::WaiverFinding> inspect(const std::vector<findings::Waiver>& waivers,
                                             const std::vector<Use>& uses,
                                             const rules::RuleSet& rules,
                                             const std::vector<rules::Tally>& tallies,
                                             const std::vector<std::string>& only,
                                             value::Date as_of);

}  // namespace remit::waivers
