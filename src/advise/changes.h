#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advise/affected.h"
#include "advise/session.h"
#include "remit/advise.h"
#include "text/diagnostic.h"

namespace remit::advise {

/// What changes came to in a world.
struct Made {
  Changes changes;
  std::vector<std::string> added;  ///< keys of new rows
};

/// Makes all changes in a world; nothing (with errors) where one of them cannot be made.
std::optional<Made> make_changes(const Session& session, const std::vector<Change>& changes,
                                 World& world, text::Diagnostics& diagnostics);

/// Makes an assignment to each of some workers, whichever it names, in a world of its own (at least
/// one), and in all of these worlds the ends.
std::optional<Made> make_worlds(const Session& session, const Assign& assign,
                                const std::vector<End>& ends,
                                const std::vector<std::int32_t>& workers, World& world,
                                text::Diagnostics& diagnostics);

/// The table of workers that a table of assignments leads to.
int workers_table(const Session& session, int assignments);

/// The table of assignments that last, or of tasks; an error where model or export have none.
std::optional<int> table_of_assignments(const Session& session, bool tasks,
                                        text::Diagnostics& diagnostics);

/// An error: no row has the key; with the nearest one that there is.
void say_unknown(const Session& session, int table, const std::string& key,
                 text::Diagnostics& diagnostics);

/// The assignments of the same case in the same role as a new row that are there on its first day,
/// of the rows before a number.
std::vector<Holder> holders_beside(const Session& session, const data::Dataset& data, int table,
                                   std::int32_t row, std::size_t before);

}  // namespace remit::advise
