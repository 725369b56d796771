#pragma once

#include <optional>
#include <string>

#include "baseline/run.h"
#include "text/diagnostic.h"

namespace remit::baseline {

/// Reads what `remit check --format ndjson` wrote, a line at a time: evidence and messages are not
/// kept, so that a million findings take little memory. Errors (with the line) and nothing where
/// it is something else, is cut off, or comes from a version that this one does not understand.
/// `option` is what messages call it by: `--baseline`.
std::optional<Run> read(const std::string& path, const std::string& option,
                        text::Diagnostics& diagnostics);

}  // namespace remit::baseline
