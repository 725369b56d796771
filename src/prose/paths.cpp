// What is reached from a row: fields, periods, other rows.
#include <fmt/format.h>

#include "prose/value.h"

namespace remit::prose {
namespace {

namespace typed = lang::typed;

/// Whether the row is a name or what relations lead to from one: then it can own something.
bool is_path(const NodePtr& row) {
  if (std::holds_alternative<typed::SlotUse>(row->kind)) return true;
  const auto* follow = std::get_if<typed::Follow>(&row->kind);
  return follow != nullptr && is_path(follow->row);
}

std::string member_of(const NodePtr& row, const std::string& member, Context& context) {
  const std::string owner = value(row, context);
  return is_path(row) ? possessive(owner) + " " + member
                      : fmt::format("the {} of {}", member, owner);
}

}  // namespace

std::string path_phrase(const typed::FieldOf& node, Context& context) {
  const auto& field = context.table(node.table).fields[static_cast<std::size_t>(node.field)];
  return member_of(node.row, spoken(field), context);
}

std::string path_phrase(const typed::PeriodOf& node, Context& context) {
  context.note_period(node.table, node.period);
  const auto& period = context.table(node.table).periods[static_cast<std::size_t>(node.period)];
  return member_of(node.row, spoken(period.name), context);
}

std::string path_phrase(const typed::Follow& node, Context& context) {
  const auto& relations = context.table(node.table).relations;
  const std::string name = spoken(relations[static_cast<std::size_t>(node.relation)].name);
  const auto* slot = std::get_if<typed::SlotUse>(&node.row->kind);
  if (slot != nullptr && slot->slot != context.focus() &&
      context.is_plain_relation(slot->slot, name)) {
    return "the " + name;
  }
  return member_of(node.row, name, context);
}

}  // namespace remit::prose
