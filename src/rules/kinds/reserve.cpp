#include "rules/kinds/kinds.h"

#include <fmt/format.h>
#include <algorithm>

#include "lang/parse/parse.h"
#include "rules/message.h"
#include "rules/names.h"
#include "text/nearest.h"

namespace remit::rules {
namespace {

using lang::Definition;

constexpr const char* kLineExample =
    "`- {name: enquiry, tasks: [s47_enquiry], to: registered_social_worker}`";

/// What the lines of a table share.
struct Table {
  NodePtr task;
  NodePtr by;
  NodePtr on;
};

NodePtr read_worker(RuleDraft& draft) {
  const yaml::Node* node = draft.keys().required("by");
  if (!node) return error_node();
  NodePtr by = draft.expressions().any(*node, "`by`");
  if (is_kind(by, value::Kind::kRow)) return by;
  draft.error("wrong-type", "by",
              fmt::format("`by` must be a row, the one who did it, not of type {}",
                          value::to_string(by->type)),
              "follow the relation: `by: x.worker`");
  return error_node();
}

/// The codes that the task's field can have, where the model lists them.
const std::vector<std::string>* allowed_tasks(const RuleDraft& draft, const NodePtr& task) {
  const auto* field = std::get_if<lang::typed::FieldOf>(&task->kind);
  if (!field) return nullptr;
  const auto& tables = draft.rule.environment->model->tables;
  const auto& fields = tables[static_cast<std::size_t>(field->table)].fields;
  const auto& allowed = fields[static_cast<std::size_t>(field->field)].allowed;
  return allowed.empty() ? nullptr : &allowed;
}

void read_task(const yaml::Node& node, const std::vector<std::string>* allowed,
               std::vector<std::string>& tasks, text::Diagnostics& diagnostics) {
  const auto task = yaml::as_text(node, "a task", diagnostics);
  if (!task) return;
  if (std::find(tasks.begin(), tasks.end(), *task) != tasks.end()) {
    diagnostics.error("duplicate-task", node.where,
                      fmt::format("the task `{}` stands in this line twice", *task),
                      "leave one out");
    return;
  }
  if (allowed && std::find(allowed->begin(), allowed->end(), *task) == allowed->end()) {
    diagnostics.error("unknown-task", node.where,
                      fmt::format("the task field never has the value `{}`", *task),
                      text::did_you_mean(*task, *allowed));
  }
  tasks.push_back(*task);
}

std::vector<std::string> read_tasks(yaml::Mapping& keys, const std::vector<std::string>* allowed,
                                    text::Diagnostics& diagnostics) {
  std::vector<std::string> tasks;
  const yaml::Node* node = keys.required("tasks");
  if (!node) return tasks;
  if (node->kind == yaml::NodeKind::kScalar) {
    read_task(*node, allowed, tasks, diagnostics);
  } else if (node->kind != yaml::NodeKind::kSequence || node->items.empty()) {
    diagnostics.error("expected-list", node->where, "`tasks` is not a list of tasks",
                      fmt::format("write {}", kLineExample));
  } else {
    for (const yaml::Node& item : node->items) read_task(item, allowed, tasks, diagnostics);
  }
  return tasks;
}

/// Reports a definition that cannot be asked of a worker and a date.
bool check_definition(const Definition& definition, const NodePtr& by, const text::Location& where,
                      const model::Model& model, text::Diagnostics& diagnostics) {
  const auto error = [&](std::string message, std::string help) {
    diagnostics.error("reserve-definition", where, std::move(message), std::move(help))
        .notes.push_back({"it is defined here", definition.where});
    return false;
  };
  if (definition.arguments != 2) {
    return error(fmt::format("`{}` takes {} argument{}, and `to` gives it two", definition.name,
                             definition.arguments, definition.arguments == 1 ? "" : "s"),
                 "it must take the row of `by` and a date: `takes: [{w: worker}, {d: date}]`");
  }
  const value::Type& first = definition.slots[1].type;
  const value::Type& second = definition.slots[2].type;
  const bool row_fits = first.kind == value::Kind::kError || by->type.kind == value::Kind::kError ||
                        first == by->type;
  if (!row_fits) {
    return error(fmt::format("`{}` takes a {} first, and `by` is a {}", definition.name,
                             model::describe(first, model), model::describe(by->type, model)),
                 "it must take the row of `by` first, and the date second");
  }
  if (second.kind != value::Kind::kError && second.kind != value::Kind::kDate) {
    return error(fmt::format("`{}` takes a {} second, and `to` gives it the date of `on`",
                             definition.name, model::describe(second, model)),
                 "it must take the row of `by` first, and the date second");
  }
  if (definition.body && !is_kind(definition.body, value::Kind::kBoolean)) {
    return error(fmt::format("`{}` gives a {}, and `to` needs yes or no", definition.name,
                             model::describe(definition.body->type, model)),
                 "name a definition whose `is` is a condition");
  }
  return true;
}

NodePtr call_definition(RuleDraft& draft, std::size_t index, const Table& table,
                        const text::Location& where) {
  const lang::Environment& environment = *draft.rule.environment;
  if (!environment.model || !check_definition(environment.definitions[index], table.by, where,
                                              *environment.model, draft.diagnostics())) {
    return error_node();
  }
  return std::make_shared<lang::typed::Node>(lang::typed::Node{
      value::type(value::Kind::kBoolean), where.span,
      lang::typed::DefinitionCall{static_cast<int>(index), {table.by, table.on}}});
}

/// A name that stands alone and is no definition is most likely a misspelt one.
bool is_unknown_definition(const std::string& text, const lang::Environment& environment) {
  if (!lang::is_name(text)) return false;
  return std::none_of(environment.parameters.begin(), environment.parameters.end(),
                      [&](const lang::Parameter& parameter) { return parameter.name == text; });
}

NodePtr read_to(RuleDraft& draft, yaml::Mapping& keys, const Table& table) {
  const yaml::Node* node = keys.required("to");
  if (!node) return error_node();
  const lang::Environment& environment = *draft.rule.environment;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < environment.definitions.size(); ++i) {
    names.push_back(environment.definitions[i].name);
    if (node->kind == yaml::NodeKind::kScalar && node->scalar == names.back()) {
      return call_definition(draft, i, table, node->where);
    }
  }
  if (node->kind == yaml::NodeKind::kScalar && is_unknown_definition(node->scalar, environment)) {
    const std::string help = text::nearest(node->scalar, names)
                                 ? text::did_you_mean(node->scalar, names)
                                 : "name a definition that takes a worker and a date, or write a "
                                   "condition: `x.worker.role = \"manager\"`";
    draft.diagnostics().error("unknown-definition", node->where,
                              fmt::format("no definition is called `{}`", node->scalar), help);
    return error_node();
  }
  return draft.expressions().typed(*node, value::type(value::Kind::kBoolean), "`to`");
}

void read_line(RuleDraft& draft, const yaml::Node& node, const Table& table,
               std::vector<Rule>& rules) {
  text::Diagnostics& diagnostics = draft.diagnostics();
  yaml::Mapping keys(node, "a line of `reserved`", diagnostics);
  Rule line = draft.rule;
  line.where = node.where;
  line.table = draft.rule.id;
  const std::vector<KeyPlace> own = key_places(node);
  line.keys.insert(line.keys.begin(), own.begin(), own.end());
  if (const auto name = keys.required_text("name")) {
    line.id += "." + *name;
    if (check_id(*name, keys.key_where("name"), "the name of a line", diagnostics)) {
      claim_id(line.id, keys.key_where("name"), draft.context());
    }
  }
  const Particulars particulars = read_particulars(keys, draft.context());
  apply(particulars, line, diagnostics);
  if (particulars.effective && particulars.effective->clock_restart) {
    diagnostics.error("foreign-key", particulars.effective->clock_where,
                      "`clock` belongs to `frequency`, and this is a `reserve`", "leave it out");
  }
  Reserve reserve;
  reserve.task = table.task;
  reserve.by = table.by;
  reserve.tasks = read_tasks(keys, allowed_tasks(draft, table.task), diagnostics);
  reserve.to = read_to(draft, keys, table);
  line.kind = std::move(reserve);
  if (const yaml::Node* message = keys.optional("message")) {
    line.message = read_message(*message, draft.expressions(), diagnostics);
  }
  keys.finish();
  draft.lines.emplace_back(particulars, line.where);
  rules.push_back(std::move(line));
}

}  // namespace

void read_reserve(RuleDraft& draft, std::vector<Rule>& rules) {
  rules.clear();
  Table table;
  table.on = draft.rule.on ? draft.rule.on : error_node();
  if (!draft.rule.on && !draft.keys().optional("on")) {
    draft.missing_one_of({"on"}, "this table does not say on which day the task was done",
                         "give the date as `on`: `on: x.started_on`");
  }
  table.task = draft.required("task", value::Kind::kString);
  table.by = read_worker(draft);
  const yaml::Node* reserved = draft.keys().required("reserved");
  if (!reserved) return;
  if (reserved->kind != yaml::NodeKind::kSequence || reserved->items.empty()) {
    draft.error("expected-list", "reserved", "`reserved` is not a list of lines",
                fmt::format("write lines such as {}", kLineExample));
    return;
  }
  for (const yaml::Node& line : reserved->items) read_line(draft, line, table, rules);
}

}  // namespace remit::rules
