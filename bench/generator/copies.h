#pragma once

#include <filesystem>

namespace bench {

/// Writes every CSV file of the folder `from` to `to` with its rows `copies` times over. In the
/// second and every later copy keys (the cells of columns that end in `_id`) have a suffix, so that
/// each copy is a district of its own. Quotation marks are not understood: there must be none.
void write_copies(const std::filesystem::path& from, const std::filesystem::path& to, int copies);

}  // namespace bench
