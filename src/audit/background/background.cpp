#include "audit/background/background.h"

#include <algorithm>
#include <map>
#include <set>

#include "audit/background/caseloads.h"
#include "audit/background/cast.h"
#include "audit/background/subjects.h"
#include "audit/background/teams.h"
#include "audit/background/tracks.h"
#include "prose/prose.h"

namespace remit::auditing {
namespace {

findings::Said said_of(const prose::Statement& statement) {
  findings::Said said{statement.text, {}};
  for (const prose::Statement& item : statement.items) said.below.push_back(said_of(item));
  return said;
}

bool has_tag(const rules::Rule& rule, const std::string& tag) {
  return std::find(rule.tags.begin(), rule.tags.end(), tag) != rule.tags.end();
}

void tell_rules(const rules::RuleSet& rules, const findings::Audit& audit,
                findings::Background& background) {
  std::map<std::string, const rules::Rule*> by_id;
  for (const rules::Rule& rule : rules.rules) by_id[rule.id] = &rule;
  for (const findings::RuleResult& result : audit.rules) {
    const rules::Rule& rule = *by_id.at(result.id);
    auto& said = background.readings.emplace_back();
    for (const prose::Sentence& sentence : prose::read_out(rule).sentences) {
      said.push_back(said_of(sentence.statement));
    }
    background.limits.push_back(has_tag(rule, "caseload"));
  }
}

/// The parties that findings concern, while they are still rows.
class Concerned {
 public:
  Concerned(const data::Dataset& data, const Cast& cast, value::Date as_of)
      : data_(data), cast_(cast), teams_(data, cast), as_of_(as_of) {}

  void add(const findings::Finding& finding, const std::vector<SubjectRow>& rows) {
    std::set<PartyRow> parties;
    for (const SubjectRow& row : rows) {
      for (const PartyRow& party : parties_of(data_, cast_, row.table, row.row)) {
        parties.insert(party);
      }
    }
    const std::optional<PartyRow> team = team_of(parties, finding.outcome);
    std::erase_if(parties, [](const PartyRow& each) { return each.kind == PartyKind::kTeam; });
    all_.insert(parties.begin(), parties.end());
    if (team) all_.insert(*team);
    of_finding_.push_back({{parties.begin(), parties.end()}, team});
  }

  /// The parties by kind and key, and which of them each finding concerns.
  std::vector<PartyRow> settle(findings::Background& background) const {
    std::vector<std::pair<findings::Party, PartyRow>> named;
    for (const PartyRow& each : all_) {
      named.push_back(
          {{each.kind, data::key_text(data_, *cast_.table(each.kind), each.row)}, each});
    }
    std::sort(named.begin(), named.end(), [](const auto& left, const auto& right) {
      return std::tie(left.first.kind, left.first.key, left.second.row) <
             std::tie(right.first.kind, right.first.key, right.second.row);
    });
    std::map<PartyRow, std::size_t> index;
    std::vector<PartyRow> rows;
    for (const auto& [party, row] : named) {
      index[row] = rows.size();
      rows.push_back(row);
      background.parties.push_back(party);
    }
    for (const auto& [parties, team] : of_finding_) {
      findings::Involved& involved = background.involved.emplace_back();
      for (const PartyRow& each : parties) involved.parties.push_back(index.at(each));
      if (team) involved.team = index.at(*team);
    }
    return rows;
  }

 private:
  struct Found {
    std::vector<PartyRow> parties;
    std::optional<PartyRow> team;
  };

  /// The row's own team, else that of the case, else that of the worker on the day.
  std::optional<PartyRow> team_of(const std::set<PartyRow>& parties,
                                  const rules::Outcome& outcome) const {
    const value::Date day =
        outcome.period ? std::min(value::first_day(*outcome.period), as_of_) : as_of_;
    for (const PartyRow& each : parties) {
      if (each.kind == PartyKind::kTeam) return each;
    }
    for (const PartyRow& each : parties) {
      const auto team = each.kind == PartyKind::kCase ? teams_.of_case(each.row)
                                                      : teams_.of_worker(each.row, day);
      if (team) return PartyRow{PartyKind::kTeam, *team};
    }
    return std::nullopt;
  }

  const data::Dataset& data_;
  const Cast& cast_;
  Teams teams_;
  value::Date as_of_;
  std::set<PartyRow> all_;
  std::vector<Found> of_finding_;
};

}  // namespace

findings::Background tell_background(const rules::RuleSet& rules,
                                     std::shared_ptr<const data::Dataset> data,
                                     const findings::Audit& audit) {
  findings::Background background;
  tell_rules(rules, audit, background);
  const Cast cast(*data->model);
  Concerned concerned(*data, cast, audit.as_of);
  const auto rows = subject_rows(*data, audit.findings);
  for (std::size_t i = 0; i < audit.findings.size(); ++i) concerned.add(audit.findings[i], rows[i]);
  const std::vector<PartyRow> parties = concerned.settle(background);
  background.caseloads = caseloads(*data, cast, audit.as_of);
  const auto tracks = std::make_shared<const Tracks>(std::move(data), cast);
  background.lanes = tracks->lanes();
  background.track = [tracks, parties](std::size_t party) { return tracks->read(parties[party]); };
  return background;
}

}  // namespace remit::auditing
