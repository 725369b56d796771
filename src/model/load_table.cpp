#include <fmt/format.h>

#include <utility>

#include "model/load_parts.h"
#include "text/nearest.h"

namespace remit::model {
namespace {

// What Frictionless says of a resource or of a schema that does not matter to rules.
void accept_resource_keys(yaml::Mapping& mapping) {
  for (const std::string_view key :
       {"path", "type", "profile", "$schema", "format", "mediatype", "encoding", "bytes", "hash",
        "sources", "licenses", "dialect", "homepage"}) {
    mapping.optional(key);
  }
}

void accept_schema_keys(yaml::Mapping& mapping) {
  for (const std::string_view key :
       {"name", "title", "description", "profile", "$schema", "fieldsMatch"}) {
    mapping.optional(key);
  }
}

void load_fields(const yaml::Node& node, TableDraft& draft, text::Diagnostics& diagnostics) {
  if (node.kind != yaml::NodeKind::kSequence || node.items.empty()) {
    diagnostics.error("wrong-form", node.where, "`fields` must be a list of fields",
                      "write each as `- {name: ..., type: ...}`");
    return;
  }
  for (const yaml::Node& item : node.items) {
    auto field = load_field(item, draft.table.missing_values, diagnostics);
    if (!field) continue;
    if (draft.members.add(field->name, "field", field->where, diagnostics)) {
      draft.table.fields.push_back(std::move(*field));
    }
  }
}

void refuse_unique_keys(yaml::Mapping& schema, text::Diagnostics& diagnostics) {
  if (!schema.optional("uniqueKeys")) return;
  diagnostics.error("unsupported", schema.key_where("uniqueKeys"),
                    "`uniqueKeys` is not checked here",
                    "use `unique: true` in the constraints of a field, or a rule of kind `unique`");
}

void load_schema(const yaml::Node& node, TableDraft& draft, text::Diagnostics& diagnostics) {
  yaml::Mapping schema(node, "a schema", diagnostics);
  refuse_unique_keys(schema, diagnostics);
  if (auto texts = load_texts(schema, "missingValues")) {
    draft.table.missing_values = std::move(*texts);
  }
  const yaml::Node* fields = schema.required("fields");
  if (fields) load_fields(*fields, draft, diagnostics);
  const yaml::Node* key = schema.required("primaryKey");
  if (key && !draft.table.fields.empty()) {
    draft.table.primary_key = load_key_fields(*key, draft.table, "`primaryKey`", diagnostics);
  }
  draft.foreign_keys = schema.optional("foreignKeys");
  accept_schema_keys(schema);
}

std::string load_name(yaml::Mapping& mapping, std::string_view key, std::string_view what,
                      text::Diagnostics& diagnostics) {
  std::string name = mapping.required_text(key).value_or("");
  if (const yaml::Node* node = mapping.optional(key);
      node && node->kind == yaml::NodeKind::kScalar) {
    check_name(name, NameUse::kBare, what, node->where, diagnostics);
  }
  return name;
}

}  // namespace

TableDraft load_table(const yaml::Node& node, text::Diagnostics& diagnostics) {
  TableDraft draft;
  Table& table = draft.table;
  yaml::Mapping mapping(node, "a resource", diagnostics);
  table.name = load_name(mapping, "name", "a table", diagnostics);
  table.where = value_where(mapping, "name");
  table.entity = load_name(mapping, "entity", "an entity", diagnostics);
  draft.entity_where = value_where(mapping, "entity");
  table.title = mapping.text("title").value_or("");
  table.description = mapping.text("description").value_or("");
  if (const yaml::Node* schema = mapping.required("schema")) {
    load_schema(*schema, draft, diagnostics);
  }
  if (const yaml::Node* periods = mapping.optional("periods")) {
    load_periods(*periods, draft, diagnostics);
  }
  if (const yaml::Node* happens = mapping.optional("happens")) {
    table.happens = load_date_field(*happens, table, "`happens`", diagnostics);
  }
  draft.assignment = mapping.optional("assignment");
  accept_resource_keys(mapping);
  return draft;
}

std::optional<int> load_date_field(const yaml::Node& node, const Table& table,
                                   std::string_view what, text::Diagnostics& diagnostics) {
  const auto name = yaml::as_text(node, what, diagnostics);
  if (!name || table.fields.empty()) return std::nullopt;
  const auto index = table.field(*name);
  if (!index) {
    unknown_field(*name, table, node.where, diagnostics);
    return std::nullopt;
  }
  const Field& field = table.fields[static_cast<std::size_t>(*index)];
  if (field.kind == value::Kind::kError) return index;  // its type has been reported
  if (field.kind != value::Kind::kDate) {
    diagnostics
        .error("not-a-date", node.where,
               fmt::format("{} needs a date, but `{}` is of type {}", what, *name,
                           to_string(value::type(field.kind))),
               "name a field of type `date`, or change the type of this one")
        .notes.push_back({fmt::format("the field `{}`", *name), field.where});
  }
  return index;
}

void unknown_field(const std::string& name, const Table& table, const text::Location& where,
                   text::Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const Field& field : table.fields) names.push_back(field.name);
  diagnostics.error("unknown-field", where, fmt::format("`{}` has no field `{}`", table.name, name),
                    text::did_you_mean(name, names));
}

std::optional<std::vector<std::string>> load_texts(yaml::Mapping& mapping, std::string_view key) {
  if (!mapping.optional(key)) return std::nullopt;
  return mapping.texts(key);
}

}  // namespace remit::model
