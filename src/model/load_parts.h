#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "model/names.h"
#include "text/diagnostic.h"
#include "yaml/mapping.h"
#include "yaml/node.h"

// The steps of loading a model; see load.cpp for their order.
namespace remit::model {

/// A table on its way: what its parts need to see of one another and of the file.
struct TableDraft {
  Table table;
  NameSpace members;  ///< fields, relations, inverses and periods
  text::Location entity_where;
  const yaml::Node* foreign_keys = nullptr;  ///< read when all tables are known
  const yaml::Node* assignment = nullptr;    ///< read when the relations are known
};

/// Reads everything of a resource but its foreign keys.
TableDraft load_table(const yaml::Node& node, text::Diagnostics& diagnostics);

/// Reads one entry of `fields`; nothing where it has no usable name.
std::optional<Field> load_field(const yaml::Node& node,
                                const std::vector<std::string>& missing_values,
                                text::Diagnostics& diagnostics);

/// Reads `constraints` into a field whose kind is known.
void load_constraints(const yaml::Node& node, Field& field, text::Diagnostics& diagnostics);

/// The indexes of the fields that a key names (one, or a list of them), each an error where the
/// table has no such field; `what` names the key in messages.
std::vector<int> load_key_fields(const yaml::Node& node, const Table& table, std::string_view what,
                                 text::Diagnostics& diagnostics);

/// Reads the foreign keys of all tables, and names their inverses in the tables that they reach.
void load_relations(std::vector<TableDraft>& drafts, text::Diagnostics& diagnostics);

/// Reads the `assignment` of every table that has one; at most one table of a model can say who has
/// a case, and one who did a task.
void load_assignments(std::vector<TableDraft>& drafts, text::Diagnostics& diagnostics);

/// Reads the `periods` of a resource.
void load_periods(const yaml::Node& node, TableDraft& draft, text::Diagnostics& diagnostics);

/// The index of the date field that a scalar names; an error where there is none.
std::optional<int> load_date_field(const yaml::Node& node, const Table& table,
                                   std::string_view what, text::Diagnostics& diagnostics);

/// An error that a table has no field of this name.
void unknown_field(const std::string& name, const Table& table, const text::Location& where,
                   text::Diagnostics& diagnostics);

/// A list of texts (a single one will do); an error where the value under the key is another.
std::optional<std::vector<std::string>> load_texts(yaml::Mapping& mapping, std::string_view key);

}  // namespace remit::model
