#pragma once

#include "northshire/generator/cases.h"

// The county under the local packs. What they find stands in lists of their own.
namespace example {

/// Weekly visits by support workers who lead cases of children in need, and breaches of what the
/// team in Calderdale does.
void plant_in_local_packs(County& county, const Workforce& workforce);

/// What supervision every four weeks finds in all that was planted. To be called at the end.
void expect_in_local_packs(County& county);

}  // namespace example
