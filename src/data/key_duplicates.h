#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace remit::data {

/// A row whose key an earlier one has: the row, and the first with the key.
using Duplicate = std::pair<std::size_t, std::size_t>;

/// Finds the rows whose key an earlier row has, by hashes of the keys; `same` tells whether two
/// rows with one hash have one key. In the order of rows.
std::vector<Duplicate> find_duplicates(const std::vector<const std::vector<std::uint64_t>*>& hashes,
                                       std::size_t threads,
                                       const std::function<bool(std::size_t, std::size_t)>& same);

}  // namespace remit::data
