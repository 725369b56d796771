#pragma once

#include <filesystem>

#include "bench/generator/workforce.h"

namespace bench {

/// Writes families, people, cases, statuses, referrals, assessments, allocations, activities,
/// meetings and visits.
void write_cases(const std::filesystem::path& folder, Plan plan, const Workforce& workforce,
                 Random& random);

}  // namespace bench
