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

class Advisor {
 public:
  /// Of the request the rules, the data, the as-of date, the home, the parameters, `complete` and
  /// `only` count. Null where rules or data are wrong; then `obstacle` and diagnostics say why.
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

 private:
  explicit Advisor(std::unique_ptr<advise::Session> session);
  std::unique_ptr<advise::Session> session_;
};

/// `yes`, `no` or `cannot tell`.
std::string_view word(May may);

/// Reads changes from a file: a YAML list of `assign: {case, worker, role, from}` (or with `task`
/// and `on`) and `end: {allocation, on}`. What is wrong in it is in `diagnostics`.
std::vector<Change> read_changes(const std::string& path, text::Diagnostics& diagnostics);

/// An answer as one JSON document (schemas/precheck.schema.json), and for people.
std::string to_json(const Advisor& advisor, const PrecheckAnswer& answer);
void write_text(const Advisor& advisor, const PrecheckAnswer& answer,
                const report::Options& options, std::ostream& out);

}  // namespace remit
