#pragma once

#include "generator/workers.h"

namespace example {

/// Teams and workers of an ordinary county, none of whom breaks a rule.
Workforce make_workforce(County& county);

}  // namespace example
