#pragma once

#include <optional>
#include <string>
#include <vector>

#include "findings/waiver.h"
#include "rules/ruleset.h"
#include "text/diagnostic.h"

namespace remit::waivers {

/// The most that a waiver may last, in months from its first day.
constexpr int kLongest = 12;

/// Reads a file of waivers. All mistakes are reported; nothing where there was one.
std::optional<std::vector<findings::Waiver>> load(text::SourcePtr file,
                                                  text::Diagnostics& diagnostics);

/// Likewise several files, their waivers one after the other.
std::optional<std::vector<findings::Waiver>> load(const std::vector<std::string>& paths,
                                                  const rules::FileReader& reader,
                                                  text::Diagnostics& diagnostics);

/// Whether a waiver may last from one day to another; an error at `where` where not.
bool check_dates(value::Date from, value::Date to, const text::Location& where,
                 text::Diagnostics& diagnostics);

}  // namespace remit::waivers
