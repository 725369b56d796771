#pragma once

#include <filesystem>

#include "generator/county.h"

namespace example {

/// Writes FOLDER/data/*.csv, FOLDER/planted.csv and FOLDER/planted-PACK.csv for each local pack;
/// whether that could be done. Says on standard error what could not. Tables without rows are left
/// out.
bool write_export(const County& county, const std::filesystem::path& folder);

}  // namespace example
