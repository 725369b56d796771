#include "advise/due/concern.h"

#include <algorithm>

namespace remit::advise {
namespace {

/// Longer ways no longer say whose something is.
constexpr std::size_t kLongestWay = 4;

std::size_t at(std::int32_t index) { return static_cast<std::size_t>(index); }

std::optional<int> relation_to(const model::Table& table, int target, const std::string& name) {
  std::optional<int> found;
  for (std::size_t i = 0; i < table.relations.size(); ++i) {
    if (table.relations[i].target != target) continue;
    if (table.relations[i].name == name) return static_cast<int>(i);
    if (!found) found = static_cast<int>(i);
  }
  return found;
}

}  // namespace

Concerns::Concerns(const Session& session) : session_(session) {
  const auto assignments = session.assignments(false);
  if (!assignments) return;
  const model::Table& table = about(*assignments);
  const model::Relation& worker = table.relations[at(table.assignment->worker)];
  cases_ = table.relations[at(table.assignment->subject)].target;
  workers_ = worker.target;
  worker_name_ = worker.name;
  teams_ = session.model().entity("team").value_or(-1);
  to_case_ = find_ways(cases_, -1);
  to_worker_ = find_ways(workers_, cases_);
  if (teams_ >= 0) {
    if (const auto own = relation_to(about(cases_), teams_, "team")) case_to_team_[cases_] = {*own};
  }
  find_leads();
  find_teams();
}

Concern Concerns::of(const std::vector<RowRef>& rows) const {
  Concern concern;
  if (cases_ < 0) return concern;
  concern.subject = follow(rows, to_case_);
  concern.worker = named_worker(rows);
  if (concern.worker < 0) {
    if (concern.subject >= 0) {
      concern.worker = leads_[at(concern.subject)];
    } else {
      concern.worker = follow(rows, to_worker_);
      if (concern.worker < 0 && !rows.empty()) concern.worker = only_holder(rows.front());
    }
  }
  if (concern.worker >= 0) concern.worker_team = team_[at(concern.worker)];
  if (concern.subject >= 0) {
    concern.case_team = follow({{cases_, concern.subject}}, case_to_team_);
  }
  return concern;
}

const model::Table& Concerns::about(int table) const { return session_.model().tables[at(table)]; }

const data::Table& Concerns::data_of(int table) const { return session_.data().tables[at(table)]; }

/// The shortest ones, found from their end; of those equally short the first of the model.
Concerns::Ways Concerns::find_ways(int to, int avoid) const {
  Ways ways;
  ways[to] = {};
  for (std::size_t length = 1; length <= kLongestWay; ++length) {
    const Ways shorter = ways;
    for (std::size_t table = 0; table < session_.model().tables.size(); ++table) {
      const int number = static_cast<int>(table);
      if (number == avoid || ways.contains(number)) continue;
      const auto& relations = about(number).relations;
      for (std::size_t i = 0; i < relations.size(); ++i) {
        const auto rest = shorter.find(relations[i].target);
        if (rest == shorter.end()) continue;
        std::vector<int> way{static_cast<int>(i)};
        way.insert(way.end(), rest->second.begin(), rest->second.end());
        ways[number] = std::move(way);
        break;
      }
    }
  }
  return ways;
}

/// Of the first row from which a way leads to something.
std::int32_t Concerns::follow(const std::vector<RowRef>& rows, const Ways& ways) const {
  for (RowRef place : rows) {
    const auto way = ways.find(place.table);
    if (way == ways.end()) continue;
    for (const int relation : way->second) {
      if (place.row < 0) break;
      const data::Table& table = data_of(place.table);
      const int target = about(place.table).relations[at(relation)].target;
      place = {target, table.given ? (*table.targets[at(relation)])[at(place.row)] : -1};
    }
    if (place.row >= 0) return place.row;
  }
  return -1;
}

std::int32_t Concerns::named_worker(const std::vector<RowRef>& rows) const {
  for (const RowRef& place : rows) {
    if (place.table == workers_) return place.row;
    const auto& relations = about(place.table).relations;
    for (std::size_t i = 0; i < relations.size(); ++i) {
      if (relations[i].target != workers_ || relations[i].name != worker_name_) continue;
      const std::int32_t worker = (*data_of(place.table).targets[i])[at(place.row)];
      if (worker >= 0) return worker;
    }
  }
  return -1;
}

/// Of rows that lead back to this one, last and have a worker: theirs, where there is one only.
std::int32_t Concerns::only_holder(RowRef row) const {
  std::int32_t holder = -1;
  const auto& inverses = about(row.table).inverses;
  for (std::size_t i = 0; i < inverses.size(); ++i) {
    const int source = inverses[i].source;
    const auto worker = relation_to(about(source), workers_, worker_name_);
    if (!worker || about(source).periods.empty() || !data_of(source).given) continue;
    const data::InverseIndex& index = data_of(row.table).inverses[i];
    for (std::uint32_t k = index.offsets[at(row.row)]; k < index.offsets[at(row.row) + 1]; ++k) {
      const std::size_t place = at(index.row(k));
      const std::int32_t found = (*data_of(source).targets[at(*worker)])[place];
      if (found < 0 || found == holder || !lasts_since(source, 0, place)) continue;
      if (holder >= 0) return -1;
      holder = found;
    }
  }
  return holder;
}

std::optional<value::Date> Concerns::lasts_since(int table, int period, std::size_t row) const {
  const data::PeriodColumn& column = data_of(table).periods[at(period)];
  if (!column.known.get(row) || !value::covers(column.values[row], session_.as_of())) {
    return std::nullopt;
  }
  return column.values[row].from;
}

/// Of several the one who has it since the latest day.
void Concerns::find_leads() {
  leads_.assign(data_of(cases_).rows, -1);
  const int table = *session_.assignments(false);
  const model::Assignment& assignment = *about(table).assignment;
  const data::Table& all = data_of(table);
  if (!all.given) return;
  const auto role = assignment.role ? about(table).fields[at(*assignment.role)].allowed
                                    : std::vector<std::string>{};
  std::vector<value::Date> since(leads_.size(), value::kFirstDate);
  for (std::size_t row = 0; row < all.rows; ++row) {
    const std::int32_t subject = (*all.targets[at(assignment.subject)])[row];
    const std::int32_t worker = (*all.targets[at(assignment.worker)])[row];
    const auto from = lasts_since(table, *assignment.period, row);
    if (subject < 0 || worker < 0 || !from || *from < since[at(subject)]) continue;
    const auto number = static_cast<std::int32_t>(row);
    if (!role.empty() &&
        data::cell(all, *assignment.role, number).data != value::Value{role.front()}.data) {
      continue;
    }
    leads_[at(subject)] = worker;
    since[at(subject)] = *from;
  }
}

void Concerns::find_teams() {
  team_.assign(data_of(workers_).rows, -1);
  if (teams_ < 0) return;
  std::vector<value::Date> since(team_.size(), value::kFirstDate);
  for (std::size_t i = 0; i < session_.model().tables.size(); ++i) {
    const int table = static_cast<int>(i);
    const auto worker = relation_to(about(table), workers_, worker_name_);
    const auto team = relation_to(about(table), teams_, "team");
    if (!worker || !team || about(table).periods.empty() || !data_of(table).given) continue;
    const data::Table& all = data_of(table);
    for (std::size_t row = 0; row < all.rows; ++row) {
      const std::int32_t whose = (*all.targets[at(*worker)])[row];
      const auto from = lasts_since(table, 0, row);
      if (whose < 0 || !from || *from < since[at(whose)]) continue;
      team_[at(whose)] = (*all.targets[at(*team)])[row];
      since[at(whose)] = *from;
    }
    return;
  }
}

}  // namespace remit::advise
