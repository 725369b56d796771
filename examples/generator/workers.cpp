#include "generator/workers.h"

#include <algorithm>
#include <stdexcept>

namespace example {

using remit::value::to_string;

Span always_registered() { return {day("2019-12-02"), kEnd}; }

std::string add_registration(County& county, const std::string& worker, Span span,
                             const std::string& regulator, const std::string& status) {
  const std::string number = std::to_string(county.random.between(100000, 999999));
  const std::string valid_to = span.to >= kEnd ? "" : to_string(plus(span.to, -1));
  return county.registrations.add({worker, regulator, regulator + number, status, "full",
                                   to_string(span.from), valid_to, to_string(kAsOf)});
}

Worker add_worker(County& county, const Workforce& workforce, const NewWorker& wanted) {
  const std::string name = "Worker " + std::to_string(county.workers.size() + 1);
  const std::string id = county.workers.add({name, workforce.council, "false"});
  const std::string fte = county.random.chance(80) ? "1.0" : "0.6";
  const std::string post =
      county.posts.add({id, wanted.team, wanted.role, wanted.title, wanted.engagement, fte,
                        to_string(wanted.in_post.from), end_text(wanted.in_post.to)});
  if (wanted.registered) add_registration(county, id, *wanted.registered);
  return {id, post, wanted.role, wanted.team, wanted.in_post, {}};
}

std::string add_absence(County& county, const std::string& worker, const std::string& kind,
                        Span span) {
  return county.absences.add({worker, kind, to_string(span.from), to_string(plus(span.to, -1))});
}

std::string add_line(County& county, const std::string& worker, const std::string& manager,
                     Span span) {
  return county.lines.add({worker, manager, to_string(span.from), end_text(span.to)});
}

void add_experience(County& county, const std::string& worker, const std::string& since,
                    bool adoption) {
  county.qualifications.add({worker, "social_work", since + "-07-15", ""});
  county.employments.add({worker, "english_la", "direct", "child_family",
                          adoption ? "true" : "false", "false", "false", "north", "",
                          since + "-09-01", ""});
}

const Worker& pick(Random& random, const std::vector<Worker>& from, Span span,
                   const std::string& team) {
  std::vector<const Worker*> able;
  const auto gather = [&](bool of_team) {
    for (const Worker& worker : from) {
      const bool away = std::any_of(worker.away.begin(), worker.away.end(),
                                    [&](Span absence) { return absence.meets(span); });
      const Span wanted{span.from, clipped(span.to)};
      if (worker.in_post.contains(wanted) && !away && (!of_team || worker.team == team)) {
        able.push_back(&worker);
      }
    }
  };
  if (!team.empty()) gather(true);
  if (able.empty()) gather(false);
  if (able.empty()) throw std::logic_error("nobody can hold a case for so long");
  return *random.pick(able);
}

}  // namespace example
