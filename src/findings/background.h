#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "findings/explanation.h"
#include "value/date.h"

// What findings are told against: the rules in sentences, and of the cases, workers and teams that
// findings concern what the data say happened to them. Fields marked `personal` are no part of it.
namespace remit::findings {

/// A case, a worker or a team that findings concern.
struct Party {
  enum class Kind { kCase, kWorker, kTeam };
  Kind kind = Kind::kCase;
  std::string key;
};
constexpr std::size_t kPartyKinds = 3;

/// A field of the rows of a lane.
struct LaneField {
  std::string title;                 ///< what people call it
  bool names = false;                ///< it says what a row is: a kind, a role, a status
  std::optional<Party::Kind> leads;  ///< its values are keys of these
};

/// Rows of one table, as they stand on a timeline.
struct Lane {
  std::string resource;
  std::string entity;
  std::string title;              ///< what people call its rows, in the plural
  std::vector<LaneField> fields;  ///< those that are shown besides the dates
};

/// A row of the data: something that lasted, or that happened on a day.
struct Entry {
  std::size_t lane = 0;
  std::string key;
  std::optional<value::Date> from;  ///< nothing where nobody knows
  std::optional<value::Date> to;    ///< the day after the last; nothing for one day, or without end
  bool open = false;                ///< it has no end yet
  std::vector<std::string> values;  ///< by Lane::fields; empty where none is known
};

/// What happened to a party, in order of lane, date and key.
struct Track {
  std::vector<LaneField> fields;    ///< of the party's own row
  std::vector<std::string> values;  ///< likewise
  std::vector<Entry> entries;
};

/// Whom a finding concerns, by index in Background::parties.
struct Involved {
  std::vector<std::size_t> parties;  ///< cases and workers
  std::optional<std::size_t> team;   ///< whose matter it is
};

/// How many open cases a worker has on the as-of date.
struct Caseload {
  std::string worker;
  std::size_t cases = 0;
};

struct Background {
  std::vector<std::vector<Said>> readings;  ///< by rule of the audit: the rule in sentences
  std::vector<bool> limits;                 ///< by rule: it bounds how many cases a worker has
  std::vector<Lane> lanes;
  std::vector<Party> parties;       ///< those of findings, by kind and key
  std::vector<Involved> involved;   ///< by finding of the audit
  std::vector<Caseload> caseloads;  ///< of workers with open cases, the largest first
  /// Reads the track of a party. The tracks of a large audit would take more memory than its data.
  std::function<Track(std::size_t party)> track;
};

}  // namespace remit::findings
