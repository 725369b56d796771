#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/source.h"
#include "value/type.h"

namespace remit::model {

/// A column of a table, in the vocabulary of the Frictionless Table Schema.
struct Field {
  std::string name;
  value::Kind kind = value::Kind::kString;  ///< boolean, integer, number, string or date
  bool datetime = false;                    ///< a time stamp, read as its date
  std::string title;                        ///< what people call it; may be empty
  std::string description;
  bool personal = false;  ///< names a person or lets one be found: left out of outputs
  // Constraints: a cell that breaks one reads as missing and is a data finding.
  bool required = false;
  bool unique = false;
  std::vector<std::string> allowed;    ///< `enum`; empty for no such constraint
  std::optional<std::string> pattern;  ///< RE2, matched against the whole cell
  std::optional<double> minimum;       ///< of numbers
  std::optional<double> maximum;
  std::optional<std::int32_t> minimum_day;  ///< of dates, days since 1970-01-01
  std::optional<std::int32_t> maximum_day;
  std::optional<std::size_t> minimum_length;  ///< of strings, in characters
  std::optional<std::size_t> maximum_length;
  std::vector<std::string> true_values;   ///< of booleans; by default true, True, TRUE, 1
  std::vector<std::string> false_values;  ///< by default false, False, FALSE, 0
  /// Cells with one of these texts are missing: the field's own list, else that of its table.
  std::vector<std::string> missing_values{""};
  text::Location where;
};

/// A foreign key, followed as `row.name`; `inverse` is its way back, a collection.
struct Relation {
  std::string name;
  std::string inverse;             ///< empty where the way back has no name
  std::vector<int> fields;         ///< of this table
  int target = -1;                 ///< table of the model
  std::vector<int> target_fields;  ///< its primary key, in the order of `fields`
  text::Location where;
};

/// The way back along the relation `relation` of the table `source`.
struct Inverse {
  std::string name;
  int source = -1;
  int relation = -1;
};

/// A period made of two date fields; see value::stored_period for their meaning.
struct PeriodField {
  std::string name;
  int from = -1;
  int to = -1;
  bool inclusive = false;
  text::Location where;
};

/// Says that a row of a table puts a worker to a case: for a period, or on one day (a task).
struct Assignment {
  int subject = -1;           ///< relation to the case
  int worker = -1;            ///< relation to the worker
  std::optional<int> role;    ///< field: as what, or with which task
  std::optional<int> period;  ///< of an assignment that lasts
  std::optional<int> on;      ///< field: the date of a task
};

struct Table {
  std::string name;    ///< the resource: file stem, and the collection's name in rules
  std::string entity;  ///< one row of it, in the singular
  std::string title;   ///< what people call its rows, in the plural; may be empty
  std::string description;
  std::vector<std::string> missing_values{""};
  std::vector<Field> fields;
  std::vector<int> primary_key;
  std::vector<Relation> relations;
  std::vector<Inverse> inverses;
  std::vector<PeriodField> periods;
  std::optional<int> happens;  ///< rows whose date is after the as-of date are not seen
  std::optional<Assignment> assignment;
  text::Location where;

  // Each the index of what has this name, or nothing. Names are unique across all four.
  std::optional<int> field(std::string_view wanted) const;
  std::optional<int> relation(std::string_view wanted) const;
  std::optional<int> inverse(std::string_view wanted) const;
  std::optional<int> period(std::string_view wanted) const;
  /// The names of all four, for suggestions.
  std::vector<std::string> member_names() const;
};

/// The tables that rules are written against.
struct Model {
  std::string name;
  int version = 1;
  std::vector<Table> tables;

  std::optional<int> table(std::string_view wanted) const;
  std::optional<int> entity(std::string_view wanted) const;
  std::vector<std::string> table_names() const;
  std::vector<std::string> entity_names() const;
};

/// A type in the words of the model: `worker`, `list of worker`, `date`.
std::string describe(const value::Type& type, const Model& model);

}  // namespace remit::model
