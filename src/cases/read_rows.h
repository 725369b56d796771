#pragma once

#include "cases/case.h"
#include "model/model.h"
#include "text/diagnostic.h"
#include "yaml/node.h"

// How tables stand in a case file.
namespace remit::cases {

/// Adds the rows that a mapping of tables has, each in one of two forms: a block text with a line
/// of column names, or a list of mappings.
void read_tables(const yaml::Node& node, const model::Model& model, Tables& tables,
                 text::Diagnostics& diagnostics);

/// The rows of a block text: the first line names the columns; what separates the cells is `|`
/// where that line has one, else `,`; it may stand around the line too, as in Markdown. Empty
/// lines, and lines that start with `#`, are skipped.
std::vector<Row> read_table_text(const text::Excerpt& excerpt, const model::Table& table,
                                 text::Diagnostics& diagnostics);

/// `change`: the new cells of rows that are there.
void change_cells(const yaml::Node& node, const model::Model& model, Tables& tables,
                  text::Diagnostics& diagnostics);
/// `remove`: rows that are there, by key.
void remove_rows(const yaml::Node& node, const model::Model& model, Tables& tables,
                 text::Diagnostics& diagnostics);

/// The index of a table or field that an entry names; an error with the nearest name for others.
std::optional<std::size_t> find_table(const std::string& name, const text::Location& where,
                                      const model::Model& model, text::Diagnostics& diagnostics);
std::optional<std::size_t> find_field(const std::string& name, const text::Location& where,
                                      const model::Table& table, text::Diagnostics& diagnostics);

}  // namespace remit::cases
