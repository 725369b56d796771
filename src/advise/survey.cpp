#include "advise/survey.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "engine/worlds.h"
#include "text/nearest.h"

namespace remit::advise {
namespace {

using value::Date;
using Worlds = std::vector<std::uint32_t>;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

Worlds all_worlds(std::size_t count) {
  Worlds worlds(count);
  std::iota(worlds.begin(), worlds.end(), 0U);
  return worlds;
}

std::size_t rules_against(const Candidate& candidate) {
  std::set<std::size_t> rules;
  for (const auto& reason : candidate.reasons) rules.insert(reason.outcome.rule);
  return rules.size();
}

/// What tells for a worker, the more the smaller.
auto merits(const Candidate& candidate) {
  const double room = candidate.room ? candidate.room->at_most - candidate.room->counted : 1e300;
  return std::make_tuple(!candidate.in_post, !candidate.has_case,
                         -candidate.had_case.value_or(value::kFirstDate).days, !candidate.same_team,
                         -room, candidate.duties, std::cref(candidate.worker));
}

/// `yes`, `cannot tell`, `no`.
int place_of(May may) { return may == May::kYes ? 0 : may == May::kCannotTell ? 1 : 2; }

/// The candidates as an answer has them.
Worlds in_order(const std::vector<Candidate>& candidates) {
  std::vector<std::pair<int, std::size_t>> places;
  for (const Candidate& candidate : candidates) {
    places.emplace_back(place_of(candidate.may), rules_against(candidate));
  }
  Worlds order = all_worlds(candidates.size());
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (places[a] != places[b]) return places[a] < places[b];
    return merits(candidates[a]) < merits(candidates[b]);
  });
  return order;
}

}  // namespace

Survey::Survey(const Session& session, const Question& question, rules::Severity least)
    : session_(session),
      question_(question),
      least_(least),
      world_(session),
      on_(question.on.value_or(session.as_of())) {}

bool Survey::prepare(text::Diagnostics& diagnostics) {
  assign_ = {question_.subject, "", question_.role, on_, question_.task, ""};
  const auto table = table_of_assignments(session_, question_.task, diagnostics);
  if (!table) return false;
  table_ = *table;
  places_ = workplaces_of(session_, table_);
  if (!find_team(diagnostics) || !find_workers(table_, diagnostics)) return false;
  assign_.worker =
      data::key_text(session_.data(), workers_table(session_, table_), workers_.front());
  std::vector<End> ends = question_.ends;
  for (End& end : ends) end.on = on_;
  auto made = make_worlds(session_, assign_, ends, workers_, world_, diagnostics);
  if (!made) return false;
  made_ = std::move(*made);
  for (std::size_t rule = 0; rule < session_.known().size(); ++rule) {
    if (is_touched(session_, rule, made_.changes)) rules_.push_back(rule);
  }
  return true;
}

bool Survey::find_team(text::Diagnostics& diagnostics) {
  if (question_.team.empty()) return true;
  if (!places_) {
    diagnostics.error("no-teams", {}, "the export has no posts that say who works in which team",
                      "leave the team out");
    return false;
  }
  const std::int32_t team = session_.row(places_->teams, question_.team);
  if (team >= 0) {
    wanted_team_ = team;
    return true;
  }
  say_unknown(session_, places_->teams, question_.team, diagnostics);
  return false;
}

bool Survey::find_workers(int table, text::Diagnostics& diagnostics) {
  const int workers = workers_table(session_, table);
  const std::size_t count = session_.data().tables[at(workers)].rows;
  std::vector<std::int32_t> teams;
  if (wanted_team_) teams = teams_on(session_, *places_, count, on_, *wanted_team_);
  std::vector<std::int32_t> asked(count);
  std::iota(asked.begin(), asked.end(), 0);
  if (!question_.workers.empty()) asked.clear();
  for (const std::string& key : question_.workers) {
    asked.push_back(session_.row(workers, key));
    if (asked.back() >= 0) continue;
    say_unknown(session_, workers, key, diagnostics);
    return false;
  }
  std::sort(asked.begin(), asked.end());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  for (const std::int32_t row : asked) {
    if (!wanted_team_ || teams[static_cast<std::size_t>(row)] == *wanted_team_) {
      workers_.push_back(row);
    }
  }
  if (!workers_.empty()) return true;
  diagnostics.error("no-workers", {},
                    fmt::format("nobody has a post in the team on {}", value::to_string(on_)),
                    "name another team, or leave it out");
  return false;
}

WhoAnswer Survey::answer() {
  WhoAnswer answer;
  answer.on = on_;
  answer.until = question_.until;
  std::vector<Candidate> candidates(workers_.size());
  describe(candidates);
  judge(candidates);
  const Worlds order = in_order(candidates);
  const auto own = made_.changes.own;
  answer.holders = holders_beside(session_, world_.data(), own.table,
                                  static_cast<std::int32_t>(own.first), own.first);
  if (question_.until) search(candidates, searched(candidates, order));
  for (const std::uint32_t world : order) {
    session_.cover(candidates[world].reasons);
    answer.candidates.push_back(std::move(candidates[world]));
  }
  return answer;
}

/// The first of the not able.
Worlds Survey::searched(const std::vector<Candidate>& candidates, const Worlds& order) const {
  Worlds worlds;
  for (const std::uint32_t world : order) {
    const bool enough = question_.most_searched > 0 && worlds.size() == question_.most_searched;
    if (candidates[world].may == May::kNo && !enough) worlds.push_back(world);
  }
  return worlds;
}

void Survey::describe(std::vector<Candidate>& candidates) const {
  const int workers = workers_table(session_, table_);
  for (std::size_t world = 0; world < candidates.size(); ++world) {
    candidates[world].worker = data::key_text(session_.data(), workers, workers_[world]);
  }
  note_continuity(candidates);
  if (!places_) return;
  const auto own = made_.changes.own;
  const model::Assignment& assignment = *session_.model().tables[at(table_)].assignment;
  const int cases = session_.model().tables[at(table_)].relations[at(assignment.subject)].target;
  const auto& rows = world_.data().tables[at(table_)];
  const auto subject = static_cast<std::size_t>((*rows.targets[at(assignment.subject)])[own.first]);
  const std::int32_t home =
      (*session_.data().tables[at(cases)].targets[at(places_->of_case)])[subject];
  const auto teams = teams_on(session_, *places_, session_.data().tables[at(workers)].rows, on_,
                              wanted_team_.value_or(home));
  for (std::size_t world = 0; world < candidates.size(); ++world) {
    const std::int32_t team = teams[static_cast<std::size_t>(workers_[world])];
    candidates[world].in_post = team != -2;
    if (team >= 0) candidates[world].team = data::key_text(session_.data(), places_->teams, team);
    candidates[world].same_team = team >= 0 && team == home;
  }
}

/// Whether the question itself ends an assignment.
bool Survey::ends(int table, std::size_t row) const {
  const auto& common = made_.changes.common;
  return std::any_of(common.begin(), common.end(), [&](const Changed& changed) {
    return changed.table == table && changed.row == row;
  });
}

/// From the assignments that last, also of a task; who is to hand over has nothing of it.
void Survey::note_continuity(std::vector<Candidate>& candidates) const {
  const auto lasting = session_.assignments(false);
  if (!lasting || !session_.data().tables[at(*lasting)].given) return;
  const model::Assignment& assignment = *session_.model().tables[at(*lasting)].assignment;
  const data::Table& rows = session_.data().tables[at(*lasting)];
  const auto& period = rows.periods[at(*assignment.period)];
  const std::int32_t subject =
      session_.row(session_.model().tables[at(*lasting)].relations[at(assignment.subject)].target,
                   question_.subject);
  if (workers_table(session_, *lasting) != workers_table(session_, table_)) return;
  const data::Codes& subjects = *rows.targets[at(assignment.subject)];
  const data::Codes& holders = *rows.targets[at(assignment.worker)];
  for (std::size_t row = 0; row < rows.rows; ++row) {
    if (subjects[row] != subject || !period.known.get(row)) continue;
    const auto world = std::lower_bound(workers_.begin(), workers_.end(), holders[row]);
    if (world == workers_.end() || *world != holders[row]) continue;
    Candidate& candidate = candidates[static_cast<std::size_t>(world - workers_.begin())];
    const value::Period& days = period.values[row];
    if (on_ < value::first_day(days) || ends(*lasting, row)) continue;
    if (value::covers(days, on_)) {
      candidate.has_case = true;
    } else {
      const Date last{value::end_day(days).days - 1};
      candidate.had_case = std::max(candidate.had_case.value_or(last), last);
    }
  }
}

void Survey::judge(std::vector<Candidate>& candidates) {
  const Worlds worlds = all_worlds(candidates.size());
  std::vector<Effects> all(candidates.size());
  for (const std::size_t rule : rules_) {
    std::vector<Effects> more = effects(rule, worlds, on_);
    for (std::size_t world = 0; world < all.size(); ++world) {
      add(std::move(more[world]), all[world]);
    }
    measure(rule, candidates);
  }
  for (std::size_t world = 0; world < all.size(); ++world) {
    finish(session_, session_.as_of(), all[world]);
    Candidate& candidate = candidates[world];
    candidate.may = verdict_of(session_, all[world], least_);
    candidate.duties = all[world].brought.size();
    if (candidate.may == May::kYes) continue;
    auto& reasons = candidate.may == May::kNo ? all[world].caused : all[world].doubted;
    for (findings::Finding& finding : reasons) {
      if (counts(session_, finding, least_)) candidate.reasons.push_back(std::move(finding));
    }
  }
}

/// The limit that leaves the least room counts.
void Survey::measure(std::size_t rule, std::vector<Candidate>& candidates) const {
  const auto* limit = std::get_if<rules::Limit>(&session_.rules().rules[rule].kind);
  if (!limit || !limit->at_most || !has_side_by_side(session_, rule, made_.changes)) return;
  const Changes& changes = made_.changes;
  const Affected some =
      affected(session_, rule, world_.data(), changes, all_worlds(candidates.size()));
  engine::Worlds worlds{changes.own.table, changes.own.first, {}};
  std::vector<std::uint32_t> rows;
  for (const Seen& seen : some.rows) {
    rows.push_back(seen.row);
    worlds.of_entry.push_back(seen.world);
  }
  for (const engine::Load& load :
       engine::loads(session_.rules(), rule, world_.data(), session_.options(), rows, &worlds)) {
    std::optional<Room>& room = candidates[some.rows[load.entry].world].room;
    const double left = load.at_most - load.counted;
    if (!room || left < room->at_most - room->counted) {
      room = Room{rule, load.counted, load.at_most};
    }
  }
}

std::vector<Effects> Survey::effects(std::size_t rule, const Worlds& worlds, Date day) {
  if (has_side_by_side(session_, rule, made_.changes)) {
    engine::Options options = session_.options();
    options.as_of = judged_on(day);
    return effects_in_worlds(session_, rule, world_.data(), made_.changes, worlds, options);
  }
  std::vector<Effects> all;
  all.reserve(worlds.size());
  for (const std::uint32_t world : worlds) all.push_back(effects_alone(rule, world, day));
  return all;
}

Effects Survey::effects_alone(std::size_t rule, std::uint32_t world, Date day) const {
  World alone(session_);
  text::Diagnostics ignored;
  std::vector<End> ends = question_.ends;
  for (End& end : ends) end.on = on_;
  const auto made = make_worlds(session_, assign_, ends, {workers_[world]}, alone, ignored);
  if (!made) return {};
  if (day != on_) move_to_day(session_, alone, made->changes, {0}, day);
  engine::Options options = session_.options();
  options.as_of = judged_on(day);
  return effects_of_rule(session_, rule, alone.data(), made->changes, options);
}

std::vector<bool> Survey::blocked(std::size_t rule, const Worlds& worlds, Date day) {
  std::vector<Effects> all = effects(rule, worlds, day);
  std::vector<bool> result(worlds.size());
  for (std::size_t i = 0; i < worlds.size(); ++i) {
    finish(session_, judged_on(day), all[i]);
    result[i] = verdict_of(session_, all[i], least_) != May::kYes;
  }
  return result;
}

bool Survey::has_ended(Date day) const {
  const model::Table& about = session_.model().tables[at(table_)];
  const int cases = about.relations[at(about.assignment->subject)].target;
  const auto& periods = session_.data().tables[at(cases)].periods;
  const auto row = static_cast<std::size_t>(session_.row(cases, question_.subject));
  if (periods.empty() || !periods.front().known.get(row)) return false;
  return !value::covers(periods.front().values[row], day);
}

/// Whether by a day a rule that stands in the way has ended, and what follows it is not known: then
/// nobody can tell that it no longer does.
bool Survey::is_left_open(const Candidate& candidate, Date day) const {
  return std::any_of(candidate.reasons.begin(), candidate.reasons.end(), [&](const auto& reason) {
    const rules::Effective& effective = session_.rules().rules[reason.outcome.rule].effective;
    return effective.then_unknown && effective.to && *effective.to < day;
  });
}

/// Day by day; of each world first the rule that stood in the way the day before.
void Survey::search(std::vector<Candidate>& candidates, const Worlds& worlds) {
  std::map<std::uint32_t, std::size_t> blocker;
  for (const std::uint32_t world : worlds) {
    candidates[world].searched = true;
    blocker[world] = candidates[world].reasons.front().outcome.rule;
  }
  for (Date day{on_.days + 1}; day <= *question_.until && !blocker.empty(); ++day.days) {
    if (has_ended(day)) return;
    std::erase_if(blocker,
                  [&](const auto& each) { return is_left_open(candidates[each.first], day); });
    Worlds left;
    std::map<std::size_t, Worlds> by_rule;
    for (const auto& [world, rule] : blocker) {
      left.push_back(world);
      by_rule[rule].push_back(world);
    }
    move_to_day(session_, world_, made_.changes, left, day);
    std::map<std::uint32_t, std::size_t> open;  // with the rule that has been asked
    for (const auto& [rule, some] : by_rule) {
      const std::vector<bool> still = blocked(rule, some, day);
      for (std::size_t i = 0; i < some.size(); ++i) {
        if (!still[i]) open[some[i]] = rule;
      }
    }
    for (const std::size_t rule : rules_) {
      Worlds asked;
      for (const auto& [world, done] : open) {
        if (done != rule) asked.push_back(world);
      }
      if (asked.empty()) continue;
      const std::vector<bool> still = blocked(rule, asked, day);
      for (std::size_t i = 0; i < asked.size(); ++i) {
        if (!still[i]) continue;
        blocker[asked[i]] = rule;
        open.erase(asked[i]);
      }
    }
    for (const auto& [world, rule] : open) {
      candidates[world].able_from = day;
      blocker.erase(world);
    }
  }
}

void move_to_day(const Session& session, World& world, const Changes& changes, const Worlds& worlds,
                 Date day) {
  const auto& base = session.data().tables;
  const auto start = [&](int table, std::uint32_t row) {
    const model::Table& about = session.model().tables[at(table)];
    const model::Assignment& assignment = *about.assignment;
    const int field =
        assignment.period ? about.periods[at(*assignment.period)].from : *assignment.on;
    world.overlay().set(table, static_cast<std::int32_t>(row), field, {day});
  };
  for (const Changed& changed : changes.common) {
    if (changed.row >= base[at(changed.table)].rows) {
      start(changed.table, changed.row);
      continue;
    }
    const model::Table& about = session.model().tables[at(changed.table)];
    const auto number = at(*about.assignment->period);
    const model::PeriodField& field = about.periods[number];
    const auto& period = base[at(changed.table)].periods[number];
    if (period.known.get(changed.row) && value::end_day(period.values[changed.row]) <= day) {
      continue;  // by then it has ended by itself
    }
    world.overlay().set(changed.table, static_cast<std::int32_t>(changed.row), field.to,
                        {field.inclusive ? Date{day.days - 1} : day});
  }
  if (changes.own.table < 0) return;
  for (const std::uint32_t each : worlds) start(changes.own.table, changes.own.first + each);
}

}  // namespace remit::advise
