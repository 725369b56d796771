#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/load_parts.h"
#include "text/nearest.h"

namespace remit::model {
namespace {

const Field& field_at(const Table& table, int index) {
  return table.fields[static_cast<std::size_t>(index)];
}

std::string list_fields(const Table& table, const std::vector<int>& fields) {
  std::string text;
  for (const int index : fields) {
    text += fmt::format("{}`{}`", text.empty() ? "" : ", ", field_at(table, index).name);
  }
  return text;
}

class RelationLoader {
 public:
  RelationLoader(std::vector<TableDraft>& drafts, std::size_t source,
                 text::Diagnostics& diagnostics)
      : drafts_(drafts), source_(source), diagnostics_(diagnostics) {}

  void load(const yaml::Node& node);

 private:
  void load_reference(const yaml::Node& node, Relation& relation);
  std::optional<int> find_target(yaml::Mapping& reference);
  void check_target_key(const yaml::Node& node, const Relation& relation);
  void check_types(const yaml::Node& node, const Relation& relation);
  void load_name(yaml::Mapping& mapping, Relation& relation);
  void load_inverse(yaml::Mapping& mapping, Relation& relation);

  TableDraft& source() { return drafts_[source_]; }
  TableDraft& target(const Relation& relation) {
    return drafts_[static_cast<std::size_t>(relation.target)];
  }

  std::vector<TableDraft>& drafts_;
  std::size_t source_;
  text::Diagnostics& diagnostics_;
};

void RelationLoader::load(const yaml::Node& node) {
  yaml::Mapping mapping(node, "a foreign key", diagnostics_);
  if (node.kind != yaml::NodeKind::kMapping) return;
  Relation relation;
  relation.where = value_where(mapping, "as");
  const yaml::Node* fields = mapping.required("fields");
  if (fields && !source().table.fields.empty()) {
    relation.fields = load_key_fields(*fields, source().table, "`fields`", diagnostics_);
  }
  if (const yaml::Node* reference = mapping.required("reference")) {
    load_reference(*reference, relation);
  }
  load_name(mapping, relation);
  load_inverse(mapping, relation);
  source().table.relations.push_back(std::move(relation));
}

void RelationLoader::load_reference(const yaml::Node& node, Relation& relation) {
  yaml::Mapping reference(node, "a reference", diagnostics_);
  const auto found = find_target(reference);
  const yaml::Node* fields = reference.required("fields");
  if (!found) return;
  relation.target = *found;
  const Table& table = target(relation).table;
  if (!fields || table.fields.empty()) return;
  const std::size_t errors = diagnostics_.errors();
  relation.target_fields = load_key_fields(*fields, table, "`fields`", diagnostics_);
  if (diagnostics_.errors() > errors) return;
  check_target_key(*fields, relation);
  if (diagnostics_.errors() == errors) check_types(*fields, relation);
}

// An empty name means the table itself, as Frictionless has it.
std::optional<int> RelationLoader::find_target(yaml::Mapping& reference) {
  const yaml::Node* node = reference.optional("resource");
  const auto name = node ? reference.text("resource") : reference.required_text("resource");
  if (!name) return std::nullopt;
  if (name->empty()) return static_cast<int>(source_);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    names.push_back(drafts_[i].table.name);
    if (names.back() == *name) return static_cast<int>(i);
  }
  diagnostics_.error("unknown-table", node->where, fmt::format("there is no table `{}`", *name),
                     text::did_you_mean(*name, names));
  return std::nullopt;
}

void RelationLoader::check_target_key(const yaml::Node& node, const Relation& relation) {
  const Table& table = target(relation).table;
  if (table.primary_key.empty()) return;  // that is an error of its own
  std::vector<int> key = table.primary_key;
  std::vector<int> fields = relation.target_fields;
  std::sort(key.begin(), key.end());
  std::sort(fields.begin(), fields.end());
  if (key != fields) {
    diagnostics_.error(
        "not-the-key", node.where,
        fmt::format("a foreign key must lead to the primary key of `{}`", table.name),
        fmt::format("its primary key is {}", list_fields(table, table.primary_key)));
  }
}

void RelationLoader::check_types(const yaml::Node& node, const Relation& relation) {
  const Table& from = source().table;
  const Table& to = target(relation).table;
  if (relation.fields.empty()) return;
  if (relation.fields.size() != relation.target_fields.size()) {
    diagnostics_.error("key-length", node.where,
                       fmt::format("the foreign key has {} fields here and {} in `{}`",
                                   relation.fields.size(), relation.target_fields.size(), to.name),
                       "name as many fields on both sides, in the same order");
    return;
  }
  for (std::size_t i = 0; i < relation.fields.size(); ++i) {
    const Field& left = field_at(from, relation.fields[i]);
    const Field& right = field_at(to, relation.target_fields[i]);
    const bool reported = left.kind == value::Kind::kError || right.kind == value::Kind::kError;
    if (left.kind == right.kind || reported) continue;
    diagnostics_
        .error("key-type", node.where,
               fmt::format("`{}` is of type {}, and `{}` of `{}` of type {}", left.name,
                           to_string(value::type(left.kind)), right.name, to.name,
                           to_string(value::type(right.kind))),
               "give both the same type")
        .notes.push_back({fmt::format("the field `{}`", left.name), left.where});
  }
}

void RelationLoader::load_name(yaml::Mapping& mapping, Relation& relation) {
  const yaml::Node* node = mapping.optional("as");
  if (!node) {
    const std::string entity = relation.target < 0 ? "..." : target(relation).table.entity;
    diagnostics_.error("missing-key", mapping.where(),
                       "a foreign key needs a name by which rules follow it",
                       fmt::format("add `as: {}`", entity));
    return;
  }
  relation.name = mapping.text("as").value_or("");
  if (node->kind == yaml::NodeKind::kScalar &&
      check_name(relation.name, NameUse::kAfterDot, "a relation", node->where, diagnostics_)) {
    source().members.add(relation.name, "relation", node->where, diagnostics_);
  }
}

void RelationLoader::load_inverse(yaml::Mapping& mapping, Relation& relation) {
  const yaml::Node* node = mapping.optional("inverse");
  if (!node) return;
  relation.inverse = mapping.text("inverse").value_or("");
  const bool usable =
      node->kind == yaml::NodeKind::kScalar &&
      check_name(relation.inverse, NameUse::kAfterDot, "an inverse", node->where, diagnostics_);
  if (!usable || relation.target < 0) return;
  TableDraft& reached = target(relation);
  if (reached.members.add(relation.inverse, "inverse", node->where, diagnostics_)) {
    reached.table.inverses.push_back({relation.inverse, static_cast<int>(source_),
                                      static_cast<int>(source().table.relations.size())});
  }
}

}  // namespace

std::vector<int> load_key_fields(const yaml::Node& node, const Table& table, std::string_view what,
                                 text::Diagnostics& diagnostics) {
  std::vector<int> fields;
  const auto add = [&](const yaml::Node& item) {
    const auto name = yaml::as_text(item, fmt::format("a field of {}", what), diagnostics);
    if (!name) return;
    const auto index = table.field(*name);
    if (!index) {
      unknown_field(*name, table, item.where, diagnostics);
    } else if (std::find(fields.begin(), fields.end(), *index) != fields.end()) {
      diagnostics.error("duplicate-field", item.where,
                        fmt::format("`{}` stands in {} twice", *name, what), "remove one");
    } else {
      fields.push_back(*index);
    }
  };
  if (node.kind != yaml::NodeKind::kSequence) {
    add(node);
    return fields;
  }
  if (node.items.empty()) {
    diagnostics.error("wrong-form", node.where, fmt::format("{} names no field", what),
                      "name one field, or several as `[a, b]`");
  }
  for (const yaml::Node& item : node.items) add(item);
  return fields;
}

void load_relations(std::vector<TableDraft>& drafts, text::Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const yaml::Node* node = drafts[i].foreign_keys;
    if (!node) continue;
    if (node->kind != yaml::NodeKind::kSequence) {
      diagnostics.error("wrong-form", node->where, "`foreignKeys` must be a list",
                        "start each foreign key with a dash");
      continue;
    }
    RelationLoader loader(drafts, i, diagnostics);
    for (const yaml::Node& item : node->items) loader.load(item);
  }
}

}  // namespace remit::model
