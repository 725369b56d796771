#include "cases/read_rows.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/nearest.h"
#include "yaml/mapping.h"

namespace remit::cases {
namespace {

/// Whether a node is a mapping; an error that says how to write it for anything else.
bool check_mapping(const yaml::Node& node, const std::string& what, const std::string& example,
                   text::Diagnostics& diagnostics) {
  if (node.kind == yaml::NodeKind::kMapping) return true;
  diagnostics.error("wrong-form", node.where, fmt::format("{} must be a mapping", what),
                    fmt::format("write `{}`", example));
  return false;
}

/// The cell that a scalar is; an empty value (`~`) is a missing one.
std::optional<Cell> read_cell(const yaml::Node& node, const std::string& field,
                              text::Diagnostics& diagnostics) {
  if (node.kind == yaml::NodeKind::kNull) return Cell{std::nullopt, node.where};
  auto text = yaml::as_text(node, fmt::format("the value of `{}`", field), diagnostics);
  if (!text) return std::nullopt;
  return Cell{std::move(*text), node.where};
}

Row read_row(const yaml::Node& node, const model::Table& table, text::Diagnostics& diagnostics) {
  Row row{std::vector<Cell>(table.fields.size(), Cell{std::nullopt, node.where}), node.where};
  const std::string what = fmt::format("a row of `{}`", table.name);
  const std::string example =
      fmt::format("- {{{}: ...}}", table.fields.empty() ? "field" : table.fields.front().name);
  if (!check_mapping(node, what, example, diagnostics)) return row;
  for (const yaml::Entry& entry : node.entries) {
    const auto field = find_field(entry.key, entry.key_where, table, diagnostics);
    if (!field) continue;
    if (auto cell = read_cell(entry.value, entry.key, diagnostics)) row.cells[*field] = *cell;
  }
  return row;
}

std::vector<Row> read_rows(const yaml::Node& node, const model::Table& table,
                           text::Diagnostics& diagnostics) {
  if (node.kind == yaml::NodeKind::kScalar) {
    return read_table_text(yaml::excerpt(node), table, diagnostics);
  }
  std::vector<Row> rows;
  if (node.kind == yaml::NodeKind::kSequence) {
    for (const yaml::Node& item : node.items) rows.push_back(read_row(item, table, diagnostics));
  } else if (node.kind == yaml::NodeKind::kMapping) {
    diagnostics.error("wrong-form", node.where,
                      fmt::format("the rows of `{}` are neither a text nor a list", table.name),
                      fmt::format("write `{}: |`, then a line of column names and a line for each "
                                  "row; or a list of mappings",
                                  table.name));
  }
  return rows;
}

/// The row with a key; an error with the nearest one where there is none.
std::optional<std::size_t> find_row(const std::string& key, const text::Location& where,
                                    const model::Table& table, const std::vector<Row>& rows,
                                    text::Diagnostics& diagnostics) {
  std::vector<std::string> keys;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    keys.push_back(row_key(table, rows, row));
    if (keys.back() == key) return row;
  }
  const std::string help = text::did_you_mean(key, keys);
  diagnostics.error(
      "unknown-row", where, fmt::format("`{}` has no row `{}` here", table.name, key),
      help.empty() ? fmt::format("`{}` has no rows: add them under `data`", table.name) : help);
  return std::nullopt;
}

void change_row(const yaml::Node& node, const model::Table& table, Row& row,
                text::Diagnostics& diagnostics) {
  if (!check_mapping(node, "the new cells of a row", "field: value", diagnostics)) return;
  for (const yaml::Entry& entry : node.entries) {
    const auto field = find_field(entry.key, entry.key_where, table, diagnostics);
    if (!field) continue;
    if (auto cell = read_cell(entry.value, entry.key, diagnostics)) row.cells[*field] = *cell;
  }
}

}  // namespace

std::optional<std::size_t> find_table(const std::string& name, const text::Location& where,
                                      const model::Model& model, text::Diagnostics& diagnostics) {
  const auto table = model.table(name);
  if (table) return static_cast<std::size_t>(*table);
  diagnostics.error("unknown-table", where,
                    fmt::format("the model `{}` has no table `{}`", model.name, name),
                    text::did_you_mean(name, model.table_names()));
  return std::nullopt;
}

std::optional<std::size_t> find_field(const std::string& name, const text::Location& where,
                                      const model::Table& table, text::Diagnostics& diagnostics) {
  const auto field = table.field(name);
  if (field) return static_cast<std::size_t>(*field);
  std::vector<std::string> known;
  for (const model::Field& other : table.fields) known.push_back(other.name);
  diagnostics.error("unknown-field", where, fmt::format("`{}` has no `{}`", table.name, name),
                    text::did_you_mean(name, known));
  return std::nullopt;
}

void read_tables(const yaml::Node& node, const model::Model& model, Tables& tables,
                 text::Diagnostics& diagnostics) {
  if (!check_mapping(node, "`data`", "data: {table: ...}", diagnostics)) return;
  for (const yaml::Entry& entry : node.entries) {
    const auto table = find_table(entry.key, entry.key_where, model, diagnostics);
    if (!table) continue;
    std::vector<Row> rows = read_rows(entry.value, model.tables[*table], diagnostics);
    tables[*table].insert(tables[*table].end(), rows.begin(), rows.end());
  }
}

void change_cells(const yaml::Node& node, const model::Model& model, Tables& tables,
                  text::Diagnostics& diagnostics) {
  const std::string example = "change: {table: {row: {field: value}}}";
  if (!check_mapping(node, "`change`", example, diagnostics)) return;
  for (const yaml::Entry& entry : node.entries) {
    const auto table = find_table(entry.key, entry.key_where, model, diagnostics);
    if (!table || !check_mapping(entry.value, "what changes in a table", example, diagnostics)) {
      continue;
    }
    for (const yaml::Entry& change : entry.value.entries) {
      const auto row =
          find_row(change.key, change.key_where, model.tables[*table], tables[*table], diagnostics);
      if (row) change_row(change.value, model.tables[*table], tables[*table][*row], diagnostics);
    }
  }
}

void remove_rows(const yaml::Node& node, const model::Model& model, Tables& tables,
                 text::Diagnostics& diagnostics) {
  if (!check_mapping(node, "`remove`", "remove: {table: [row]}", diagnostics)) return;
  yaml::Mapping keys(node, "`remove`", diagnostics);
  for (const yaml::Entry& entry : node.entries) {
    keys.optional(entry.key);
    const auto table = find_table(entry.key, entry.key_where, model, diagnostics);
    if (!table) continue;
    std::vector<Row>& rows = tables[*table];
    for (const std::string& key : keys.texts(entry.key)) {
      const auto row = find_row(key, entry.value.where, model.tables[*table], rows, diagnostics);
      if (row) rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(*row));
    }
  }
}

}  // namespace remit::cases
