#include "engine/path.h"

namespace remit::engine {
namespace {

namespace typed = lang::typed;

std::string aggregate_word(lang::AggregateFunction function) {
  return function == lang::AggregateFunction::kFirst ? "first(...)" : "last(...)";
}

}  // namespace

std::string path_of(const typed::Node& node, const std::vector<lang::Slot>& slots,
                    const Context& context) {
  if (const auto* slot = std::get_if<typed::SlotUse>(&node.kind)) {
    return slots[static_cast<std::size_t>(slot->slot)].name;
  }
  if (const auto* follow = std::get_if<typed::Follow>(&node.kind)) {
    const auto& table = context.table_model(follow->table);
    return path_of(*follow->row, slots, context) + "." +
           table.relations[static_cast<std::size_t>(follow->relation)].name;
  }
  if (const auto* aggregate = std::get_if<typed::Aggregate>(&node.kind)) {
    return aggregate_word(aggregate->function);
  }
  return context.table_model(node.type.table).entity;
}

}  // namespace remit::engine
