#include <fmt/format.h>

#include "model/load_parts.h"
#include "text/nearest.h"

namespace remit::model {
namespace {

template <typename Named>
std::vector<std::string> names_of(const std::vector<Named>& all) {
  std::vector<std::string> names;
  for (const Named& each : all) names.push_back(each.name);
  return names;
}

/// The index of what a key names among some members of the table; an error where there is none.
template <typename Named>
std::optional<int> load_member(yaml::Mapping& mapping, std::string_view key, const Table& table,
                               const std::vector<Named>& all, std::string_view what,
                               text::Diagnostics& diagnostics) {
  const auto name = mapping.text(key);
  if (!name) return std::nullopt;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].name == *name) return static_cast<int>(i);
  }
  diagnostics.error("unknown-member", value_where(mapping, key),
                    fmt::format("`{}` has no {} `{}`", table.name, what, *name),
                    text::did_you_mean(*name, names_of(all)));
  return std::nullopt;
}

int load_relation(yaml::Mapping& mapping, std::string_view key, const Table& table,
                  text::Diagnostics& diagnostics) {
  if (!mapping.required(key)) return -1;
  return load_member(mapping, key, table, table.relations, "foreign key called", diagnostics)
      .value_or(-1);
}

std::optional<Assignment> load_assignment(const yaml::Node& node, const Table& table,
                                          text::Diagnostics& diagnostics) {
  yaml::Mapping mapping(node, "an assignment", diagnostics);
  Assignment assignment;
  assignment.subject = load_relation(mapping, "case", table, diagnostics);
  assignment.worker = load_relation(mapping, "worker", table, diagnostics);
  assignment.role = load_member(mapping, "role", table, table.fields, "field", diagnostics);
  assignment.period = load_member(mapping, "period", table, table.periods, "period", diagnostics);
  if (const yaml::Node* on = mapping.optional("on")) {
    assignment.on = load_date_field(*on, table, "`on`", diagnostics);
  }
  const bool lasts = mapping.optional("period") != nullptr;
  if (lasts == (mapping.optional("on") != nullptr)) {
    diagnostics.error("wrong-form", node.where,
                      "an assignment needs either a `period` or a day, `on`",
                      "name the period for which a worker has a case, or the date of a task");
    return std::nullopt;
  }
  return assignment;
}

}  // namespace

void load_assignments(std::vector<TableDraft>& drafts, text::Diagnostics& diagnostics) {
  std::optional<text::Location> lasting;
  std::optional<text::Location> dated;
  for (TableDraft& draft : drafts) {
    if (!draft.assignment) continue;
    draft.table.assignment = load_assignment(*draft.assignment, draft.table, diagnostics);
    if (!draft.table.assignment) continue;
    std::optional<text::Location>& first = draft.table.assignment->on ? dated : lasting;
    if (first) {
      diagnostics
          .error("duplicate-assignment", draft.assignment->where,
                 "another table of the model is the one of such assignments",
                 "leave one of them out")
          .notes.push_back({"the other one", *first});
    }
    first = draft.assignment->where;
  }
}

}  // namespace remit::model
