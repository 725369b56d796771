#pragma once

#include <filesystem>

#include "generator/county.h"

namespace example {

/// Writes FOLDER/data/*.csv and FOLDER/planted.csv; whether that could be done. Says on standard
/// error what could not. Tables without rows are left out.
bool write_export(const County& county, const std::filesystem::path& folder);

}  // namespace example
