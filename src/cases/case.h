#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "rules/outcome.h"
#include "rules/ruleset.h"
#include "text/source.h"
#include "value/date.h"
#include "value/period.h"

// What a case file says, with everything that its cases take from each other put in its place.
namespace remit::cases {

struct Cell {
  std::optional<std::string> text;  ///< as in an export; nothing: missing, and no data finding
  text::Location where;             ///< of the row where the case does not name the cell
};

struct Row {
  std::vector<Cell> cells;  ///< one a field of the model
  text::Location where;
};

/// The rows of each table of the model.
using Tables = std::vector<std::vector<Row>>;

/// By table of the model, the day from which on no row is lacking. A case is a whole world: all
/// tables are among these (from value::kFirstDate) but those that it says are not.
using Completeness = std::map<int, value::Date>;

/// The days that a finding is to be about: both inclusive.
struct ExpectedPeriod {
  bool none = false;  ///< the finding is to have no period
  value::Date first;
  std::optional<value::Date> last;  ///< nothing: it has no end
};

/// One finding that a case asks for; what it does not say is left open.
struct ExpectedFinding {
  rules::Verdict verdict = rules::Verdict::kPass;
  std::optional<ExpectedPeriod> period;
  std::optional<value::Date> due;
  std::optional<std::vector<rules::Need>> needs;  ///< exactly these, in order
  std::optional<std::string> message;             ///< stands in the finding's message
};

/// What a rule is to say of a subject.
struct Expectation {
  std::string rule;         ///< id
  std::string subject;      ///< key, as findings write it
  bool no_subject = false;  ///< the rule does not look at it at all
  /// The worst verdict of the subject, where the case gives a single word.
  std::optional<rules::Verdict> verdict;
  /// Else: these findings and no others.
  std::vector<ExpectedFinding> findings;
  text::Location where;
};

/// Something wrong in the data that a case asks for; what is empty is left open.
struct ExpectedDataFinding {
  std::string code;
  std::string table;
  std::string row;
  std::string field;
  text::Location where;
};

/// A small world, a day on which it is judged, and what is to be found.
struct Case {
  std::string name;
  value::Date as_of;
  std::map<std::string, std::string> parameters;
  Tables tables;
  Completeness complete;
  std::vector<Expectation> expectations;
  std::vector<ExpectedDataFinding> data_findings;
  text::Location where;  ///< of its name
};

/// A change of a rule that no case is to notice, and why.
struct ExplainedSurvivor {
  std::string rule;    ///< id
  std::string mutant;  ///< its name, as the report of mutants gives it
  std::string because;
  text::Location where;
};

/// A case file, and the rules that it is about.
struct CaseFile {
  std::string path;
  std::string title;
  std::vector<std::string> rules;  ///< paths, or names of packs, that were loaded
  std::vector<Case> cases;
  std::vector<ExplainedSurvivor> survivors;
};

/// The ids of the rules that a case expects something of, each once.
std::vector<std::string> tested_rules(const Case& test);

/// The key by which a row is named: its parts joined by `|`, as text.
std::string row_key(const model::Table& table, const std::vector<Row>& rows, std::size_t row);

}  // namespace remit::cases
