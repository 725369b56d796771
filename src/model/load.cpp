#include "model/load.h"

#include <fmt/format.h>

#include <limits>
#include <utility>
#include <vector>

#include "model/load_parts.h"
#include "yaml/node.h"

namespace remit::model {
namespace {

// What a Frictionless data package may say beside its resources; none of it matters to rules.
void accept_package_keys(yaml::Mapping& mapping) {
  for (const std::string_view key :
       {"name", "id", "title", "description", "profile", "$schema", "homepage", "licenses",
        "sources", "contributors", "keywords", "image", "created"}) {
    mapping.optional(key);
  }
}

int load_version(yaml::Mapping& mapping, text::Diagnostics& diagnostics) {
  const auto version = mapping.integer("version");
  if (!version) return 1;
  if (*version < 1 || *version > std::numeric_limits<int>::max()) {
    diagnostics.error("bad-version", value_where(mapping, "version"),
                      fmt::format("`{}` cannot be the version of a model", *version),
                      "count versions from 1");
    return 1;
  }
  return static_cast<int>(*version);
}

std::vector<TableDraft> load_tables(const yaml::Node& node, text::Diagnostics& diagnostics) {
  std::vector<TableDraft> drafts;
  if (node.kind != yaml::NodeKind::kSequence || node.items.empty()) {
    diagnostics.error("wrong-form", node.where, "`resources` must be a list of tables",
                      "start each table with `- name: ...`");
    return drafts;
  }
  for (const yaml::Node& item : node.items) drafts.push_back(load_table(item, diagnostics));
  return drafts;
}

void check_names(const std::vector<TableDraft>& drafts, text::Diagnostics& diagnostics) {
  NameSpace tables;
  NameSpace entities;
  for (const TableDraft& draft : drafts) {
    const Table& table = draft.table;
    if (!table.name.empty()) tables.add(table.name, "table", table.where, diagnostics);
    if (!table.entity.empty())
      entities.add(table.entity, "entity", draft.entity_where, diagnostics);
  }
}

}  // namespace

std::optional<Model> load(text::SourcePtr file, text::Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  const auto root = yaml::parse(std::move(file), diagnostics);
  if (!root) return std::nullopt;
  Model model;
  {
    yaml::Mapping mapping(*root, "a model", diagnostics);
    model.name = mapping.required_text("model").value_or("");
    model.version = load_version(mapping, diagnostics);
    const yaml::Node* resources = mapping.required("resources");
    accept_package_keys(mapping);
    if (resources) {
      std::vector<TableDraft> drafts = load_tables(*resources, diagnostics);
      check_names(drafts, diagnostics);
      load_relations(drafts, diagnostics);
      load_assignments(drafts, diagnostics);
      for (TableDraft& draft : drafts) model.tables.push_back(std::move(draft.table));
    }
  }
  if (diagnostics.errors() > errors) return std::nullopt;
  return model;
}

}  // namespace remit::model
