#pragma once

#include <vector>

#include "engine/vector.h"

namespace remit::engine {

/// Puts elements with equal keys together: for each of `places` the number of its group, counted
/// from 0. A key has one value of each vector, all of them known at these places.
Indices key_groups(const std::vector<Vector>& keys, const Indices& places);

}  // namespace remit::engine
