#pragma once

#include <optional>
#include <vector>

#include "advise/compare.h"
#include "remit/advise.h"
#include "text/diagnostic.h"

namespace remit::advise {

/// What changes came to in a world.
struct Made {
  std::vector<Changed> changed;
  std::vector<std::string> added;  ///< keys of new rows
};

/// Makes all changes in a world; nothing (with errors) where one of them cannot be made.
std::optional<Made> make_changes(const Session& session, const std::vector<Change>& changes,
                                 World& world, text::Diagnostics& diagnostics);

/// The assignments of the same case in the same role as a new row that are there on its first day.
std::vector<Holder> holders_beside(const Session& session, const data::Dataset& data, int table,
                                   std::int32_t row);

}  // namespace remit::advise
