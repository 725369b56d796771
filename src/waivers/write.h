#pragma once

#include <optional>
#include <string>

#include "findings/waiver.h"
#include "text/diagnostic.h"

namespace remit::waivers {

/// A waiver as an item of a file of waivers, which ends with a line break. Read again it is the
/// same waiver.
std::string to_yaml(const findings::Waiver& waiver);

/// The content of a file of waivers with one more at its end; everything else stays as it is. An
/// error (and nothing) where the file has mistakes, already has a waiver of the rule and the
/// subject for some of these days, or is not written as a list with an item a line.
std::optional<std::string> add(const std::string& path, const std::string& content,
                               const findings::Waiver& waiver, text::Diagnostics& diagnostics);

}  // namespace remit::waivers
