#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "advise/session.h"

namespace remit::advise {

/// How a model tells where somebody works: by a table of posts, which lead to a worker and to a
/// team, as the case does, and last for a period.
struct Workplaces {
  int of_case = -1;  ///< relation of the case's table to the team
  int teams = -1;    ///< table
  int posts = -1;    ///< table
  int worker = -1;   ///< relation of the posts
  int team = -1;     ///< relation of the posts
  int period = -1;   ///< of the posts
};

/// Of the cases and workers of a table of assignments; nothing where the model has no such posts,
/// or the export none of them.
std::optional<Workplaces> workplaces_of(const Session& session, int assignments);

/// By row of the workers' table the team in which each has a post on a day: -2 without a post, -1
/// where the post has no team. Of several posts the one in a wanted team counts, else the first.
std::vector<std::int32_t> teams_on(const Session& session, const Workplaces& places,
                                   std::size_t workers, value::Date day, std::int32_t wanted);

}  // namespace remit::advise
