#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "findings/finding.h"
#include "remit/audit.h"
#include "report/format.h"
#include "text/diagnostic.h"
#include "value/date.h"

// Questions before something is done: rules and data are loaded once, and every question adds its
// changes to them in thought. The same rules are evaluated by the same evaluator as in an audit;
// nothing that was loaded changes, and several threads may ask at once.
//
//   const std::unique_ptr<remit::Advisor> advisor =
//       remit::Advisor::load(request, obstacle, diagnostics);
//   const auto answer =
//       advisor->precheck({remit::Assign{"C000123", "W000045"}}, diagnostics);
//   if (answer && answer->may == remit::May::kYes) ...
namespace remit {

namespace advise {
class Session;
}

struct DueQuestion;  // remit/due.h
struct DueAnswer;

/// What an assignment may.
enum class May {
  kYes,         ///< it causes no violation that counts, and nothing that counts is left open
  kNo,          ///< it causes one
  kCannotTell,  ///< it causes none for certain, but data are missing that would tell
};

/// Puts a worker to a case from a day on, or (with `task`) for a task on a day.
struct Assign {
  std::string subject;  ///< key of the case
  std::string worker;   ///< key of the worker
  /// A code of the model; empty for the first one that the model allows. Of a task: which one.
  std::string role;
  std::optional<value::Date> on;  ///< nothing for the as-of date
  bool task = false;
  std::string key;  ///< of the new row; empty for one that is free
};

/// Ends an assignment that lasts; the day is the first one on which it is no longer there (of a
/// model whose periods hold their last day: the day after that).
struct End {
  std::string key;
  std::optional<value::Date> on;  ///< nothing for the as-of date
};

using Change = std::variant<Assign, End>;

/// What changes do to what the rules find: what an audit with them says and one without does not.
struct Effects {
  std::vector<findings::Finding> caused;   ///< violations that are new, last longer, or are greater
  std::vector<findings::Finding> waived;   ///< the same, where a waiver covers them
  std::vector<findings::Finding> doubted;  ///< unknowns that are new, or that rest on the changes
  std::vector<findings::Finding> brought;  ///< what becomes due
  std::vector<findings::Finding> ended;    ///< what is no longer found: of any of these verdicts
};

/// An assignment that is there already, on the same case in the same role.
struct Holder {
  std::string key;
  std::string worker;
};

struct PrecheckAnswer {
  May may = May::kYes;
  Effects effects;
  std::vector<std::string> added;  ///< the keys of the new rows, in the order of the changes
  std::vector<Holder> holders;     ///< that the changes leave standing beside the new rows
};

/// Who could have a case, or do a task?
struct Question {
  std::string subject;  ///< key of the case
  /// A code of the model; empty for the first one that the model allows. Of a task: which one.
  std::string role;
  std::optional<value::Date> on;  ///< nothing for the as-of date
  bool task = false;
  std::vector<End> ends;  ///< what ends on the day that the other begins
  std::string team;       ///< key of the team whose workers are asked about; empty for all
  std::vector<std::string> workers;  ///< keys of those who are asked about; empty for all
  /// The last day on which somebody is looked for who is not able now. Nothing for no such search.
  std::optional<value::Date> until;
  /// So many are searched for such a day, of those who come first; 0 for all.
  std::size_t most_searched = 0;
};

/// What is counted of a worker against an upper limit, the new assignment included.
struct Room {
  std::size_t rule = 0;  ///< index in Advisor::rules
  double counted = 0;
  double at_most = 0;
};

/// A worker, and what tells for them.
struct Candidate {
  std::string worker;
  May may = May::kYes;
  /// What stands against it: the violations that count, or else what cannot be told.
  std::vector<findings::Finding> reasons;
  /// Of those not able that were searched: the first day on which they would be.
  std::optional<value::Date> able_from;
  bool searched = false;   ///< whether such a day was looked for
  bool in_post = true;     ///< has a post on the day, where the model tells
  std::string team;        ///< of that post
  bool same_team = false;  ///< as that of the case
  /// Whether they have it on the day, in whatever role, by what does not end.
  bool has_case = false;
  std::optional<value::Date> had_case;  ///< the last day on which they had it before
  std::optional<Room> room;             ///< under the limit that is nearest
  std::size_t duties = 0;               ///< dues that it would bring
};

struct WhoAnswer {
  value::Date on;
  std::optional<value::Date> until;
  /// The able first, then those of whom it cannot be told, then the others. Among the able who is
  /// in post comes first, then who has or had the case, then the team of the case, then the most
  /// room, then the fewest duties; the not able by the number of rules against it first.
  std::vector<Candidate> candidates;
  std::vector<Holder> holders;  ///< of the case in the role, beside whom it would be

  std::size_t count(May may) const;
  /// Of each of the three groups so many at most; 0 for all.
  std::vector<const Candidate*> first(std::size_t limit) const;
};

class Advisor {
 public:
  /// Of the request the rules, the data, the as-of date, the home, the parameters, `complete`,
  /// `only`, the waivers and `show_personal` count. Null where rules or data are wrong; then
  /// `obstacle` and diagnostics say why.
  static std::unique_ptr<Advisor> load(const Request& request, Obstacle& obstacle,
                                       text::Diagnostics& diagnostics);
  ~Advisor();
  Advisor(const Advisor&) = delete;
  Advisor& operator=(const Advisor&) = delete;

  /// The rules, without findings: what Finding::outcome.rule counts in. Those that the export
  /// lacks tables for have the reason in their tally (`not_run`).
  const findings::Audit& rules() const;

  /// May these changes be made, all together? Violations and unknowns of rules less severe than
  /// `least` do not count. Nothing (with errors) where a change cannot be made: the case, the
  /// worker or the row is not there, or a date lies outside of what can be judged.
  std::optional<PrecheckAnswer> precheck(const std::vector<Change>& changes,
                                         text::Diagnostics& diagnostics,
                                         rules::Severity least = rules::Severity::kMinor) const;

  /// What falls due, and what is overdue. Nothing (with errors) where a key is not there or the
  /// days ahead cannot be reckoned.
  std::optional<DueAnswer> due(const DueQuestion& question, text::Diagnostics& diagnostics) const;
  /// Who could be assigned? As `precheck` says of each, and of later days as it would say on these
  /// if nothing else happened. Nothing (with errors) where the question is wrong.
  std::optional<WhoAnswer> who(const Question& question, text::Diagnostics& diagnostics,
                               rules::Severity least = rules::Severity::kMinor) const;

 private:
  explicit Advisor(std::unique_ptr<advise::Session> session);
  std::unique_ptr<advise::Session> session_;
};

/// `yes`, `no` or `cannot tell`.
std::string_view word(May may);

/// Reads changes from a file: a YAML list of `assign: {case, worker, role, from}` (or with `task`
/// and `on`) and `end: {allocation, on}`. What is wrong in it is in `diagnostics`.
std::vector<Change> read_changes(const std::string& path, text::Diagnostics& diagnostics);

/// An answer as one JSON document (schemas/precheck.schema.json, schemas/who.schema.json), and for
/// people.
std::string to_json(const Advisor& advisor, const PrecheckAnswer& answer);
void write_text(const Advisor& advisor, const PrecheckAnswer& answer,
                const report::Options& options, std::ostream& out);

/// Of each group of candidates so many at most; 0 for all.
std::string to_json(const Advisor& advisor, const WhoAnswer& answer, std::size_t limit);
void write_text(const Advisor& advisor, const WhoAnswer& answer, std::size_t limit,
                const report::Options& options, std::ostream& out);

}  // namespace remit
