#include "advise/workplaces.h"

#include <algorithm>
#include <utility>

namespace remit::advise {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::optional<int> relation_to(const model::Table& from, int target) {
  for (std::size_t r = 0; r < from.relations.size(); ++r) {
    if (from.relations[r].target == target) return static_cast<int>(r);
  }
  return std::nullopt;
}

/// The relations to worker and team of a table of posts; nothing where it is none.
std::optional<std::pair<int, int>> posts_in(const model::Table& table, int workers, int teams) {
  const auto worker = relation_to(table, workers);
  const auto team = relation_to(table, teams);
  if (!worker || !team || teams == workers || table.periods.empty() || table.assignment) {
    return std::nullopt;
  }
  return std::pair(*worker, *team);
}

}  // namespace

std::optional<Workplaces> workplaces_of(const Session& session, int assignments) {
  const model::Model& model = session.model();
  const model::Table& about = model.tables[at(assignments)];
  const int cases = about.relations[at(about.assignment->subject)].target;
  const int workers = about.relations[at(about.assignment->worker)].target;
  const auto& ways = model.tables[at(cases)].relations;
  std::vector<Workplaces> found;
  for (std::size_t way = 0; way < ways.size(); ++way) {
    const int team = ways[way].target;
    for (std::size_t table = 0; table < model.tables.size(); ++table) {
      const auto posts = posts_in(model.tables[table], workers, team);
      if (!posts || !session.data().tables[table].given) continue;
      found.push_back(
          {static_cast<int>(way), team, static_cast<int>(table), posts->first, posts->second, 0});
    }
  }
  // A team is part of something greater, which cases and posts can lead to as well.
  const auto is_part = [&](const Workplaces& one) {
    return std::any_of(found.begin(), found.end(), [&](const Workplaces& other) {
      return other.teams != one.teams && relation_to(model.tables[at(one.teams)], other.teams);
    });
  };
  const auto smallest = std::find_if(found.begin(), found.end(), is_part);
  if (smallest != found.end()) return *smallest;
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<std::int32_t> teams_on(const Session& session, const Workplaces& places,
                                   std::size_t workers, value::Date day, std::int32_t wanted) {
  std::vector<std::int32_t> teams(workers, -2);
  const data::Table& posts = session.data().tables[at(places.posts)];
  const auto& period = posts.periods[at(places.period)];
  for (std::size_t post = 0; post < posts.rows; ++post) {
    const std::int32_t worker = (*posts.targets[at(places.worker)])[post];
    if (worker < 0 || !period.known.get(post) || !value::covers(period.values[post], day)) continue;
    std::int32_t& team = teams[static_cast<std::size_t>(worker)];
    const std::int32_t here = (*posts.targets[at(places.team)])[post];
    if (team == -2 || (here == wanted && wanted >= 0)) team = here;
  }
  return teams;
}

}  // namespace remit::advise
