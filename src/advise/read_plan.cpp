#include <fmt/format.h>

#include "model/read_values.h"
#include "remit/advise.h"
#include "rules/ruleset.h"
#include "yaml/mapping.h"

namespace remit {
namespace {

Assign read_assign(const yaml::Node& node, text::Diagnostics& diagnostics) {
  yaml::Mapping mapping(node, "an assignment", diagnostics);
  Assign assign;
  assign.subject = mapping.required_text("case").value_or("");
  assign.worker = mapping.required_text("worker").value_or("");
  const auto role = mapping.text("role");
  const auto task = mapping.text("task");
  assign.task = task.has_value();
  assign.role = task.value_or(role.value_or(""));
  assign.on = model::read_date(mapping, assign.task ? "on" : "from", diagnostics);
  assign.key = mapping.text("key").value_or("");
  return assign;
}

End read_end(const yaml::Node& node, text::Diagnostics& diagnostics) {
  yaml::Mapping mapping(node, "an end", diagnostics);
  End end;
  end.key = mapping.required_text("allocation").value_or("");
  end.on = model::read_date(mapping, "on", diagnostics);
  return end;
}

void read_change(const yaml::Node& node, std::vector<Change>& changes,
                 text::Diagnostics& diagnostics) {
  yaml::Mapping mapping(node, "a change", diagnostics);
  const yaml::Node* assign = mapping.optional("assign");
  const yaml::Node* end = mapping.optional("end");
  if ((assign != nullptr) == (end != nullptr)) {
    diagnostics.error("wrong-form", node.where, "a change is either an `assign` or an `end`",
                      "write `- assign: {case: ..., worker: ...}` or `- end: {allocation: ...}`");
    return;
  }
  if (assign) changes.emplace_back(read_assign(*assign, diagnostics));
  if (end) changes.emplace_back(read_end(*end, diagnostics));
}

}  // namespace

std::vector<Change> read_changes(const std::string& path, text::Diagnostics& diagnostics) {
  std::vector<Change> changes;
  const std::optional<std::string> content = rules::DiskReader().read(path);
  if (!content) {
    diagnostics.error("unreadable", {}, fmt::format("the file `{}` cannot be read", path),
                      "give the path of a YAML file with a list of changes");
    return changes;
  }
  const auto root = yaml::parse(std::make_shared<text::SourceFile>(path, *content), diagnostics);
  if (!root) return changes;
  if (root->kind != yaml::NodeKind::kSequence || root->items.empty()) {
    diagnostics.error("wrong-form", root->where, "a plan must be a list of changes",
                      "start each change with `- assign: ...` or `- end: ...`");
    return changes;
  }
  for (const yaml::Node& item : root->items) read_change(item, changes, diagnostics);
  return changes;
}

}  // namespace remit
