#include "prose/collections.h"

#include <fmt/format.h>

#include "prose/condition.h"
#include "prose/value.h"

namespace remit::prose {
namespace {

namespace typed = lang::typed;

struct SourceTeller {
  Context& context;

  std::string operator()(const typed::TableSource& source) const {
    return "all " + spoken(context.table(source.table));
  }
  std::string operator()(const typed::InverseSource& source) const {
    const auto& inverses = context.table(source.table).inverses;
    const model::Inverse& inverse = inverses[static_cast<std::size_t>(source.inverse)];
    const model::Table& target = context.table(inverse.source);
    return fmt::format("{} {}", possessive(value(source.row, context)),
                       inverse.name == target.name ? spoken(target) : spoken(inverse.name));
  }
  std::string operator()(const typed::RunsSource& source) const {
    return "the unbroken stretches formed by " +
           elements_phrase(*source.periods, "each of", context);
  }
};

/// Whether a value is a field, a period or a related row of a slot's row.
bool is_own_member(const NodePtr& head, int slot) {
  const typed::Node* at = head.get();
  while (true) {
    if (const auto* field = std::get_if<typed::FieldOf>(&at->kind)) {
      at = field->row.get();
    } else if (const auto* period = std::get_if<typed::PeriodOf>(&at->kind)) {
      at = period->row.get();
    } else if (const auto* follow = std::get_if<typed::Follow>(&at->kind)) {
      at = follow->row.get();
    } else if (const auto* widened = std::get_if<typed::Widen>(&at->kind)) {
      at = widened->operand.get();
    } else if (const auto* call = std::get_if<typed::DefinitionCall>(&at->kind)) {
      // Of one row it is said as if it were a field.
      if (call->arguments.size() != 1) return false;
      at = call->arguments[0].get();
      if (at->type.kind != value::Kind::kRow) return false;
    } else {
      const auto* use = std::get_if<typed::SlotUse>(&at->kind);
      return !std::holds_alternative<typed::SlotUse>(head->kind) && use != nullptr &&
             use->slot == slot;
    }
  }
}

}  // namespace

std::string collection(const typed::Binding& binding, Context& context) {
  std::string phrase = std::visit(SourceTeller{context}, binding.source);
  const std::string own_name = context.bind(binding);
  if (!own_name.empty()) phrase += " (" + own_name + ")";
  return phrase + relative(binding.where, binding.slot, context);
}

std::string combinations(const std::vector<typed::Binding>& bindings, const std::string& quantifier,
                         Context& context) {
  std::string text;
  for (const typed::Binding& binding : bindings) {
    if (!text.empty()) text += ", and ";
    text += quantifier + " " + collection(binding, context);
  }
  return text;
}

bool takes_members(const typed::Comprehension& comprehension) {
  return comprehension.bindings.size() == 1 && comprehension.head &&
         is_own_member(comprehension.head, comprehension.bindings[0].slot);
}

std::optional<Members> members(const typed::Comprehension& comprehension, Context& context) {
  if (!takes_members(comprehension)) return std::nullopt;
  std::string rows = collection(comprehension.bindings[0], context);
  const Focus focus(context, comprehension.bindings[0].slot);
  constexpr std::size_t kIts = 4;
  return Members{value(comprehension.head, context).substr(kIts), rows};
}

std::string elements_phrase(const typed::Comprehension& comprehension,
                            const std::string& quantifier, Context& context) {
  if (comprehension.bindings.empty()) {
    const std::string one = value(comprehension.head, context);
    return comprehension.head->type.kind == value::Kind::kDate ? one + " (if it is known)" : one;
  }
  const auto member = members(comprehension, context);
  if (member) return fmt::format("the {} of {} {}", member->head, quantifier, member->rows);
  const std::string rows = combinations(comprehension.bindings, quantifier, context);
  const Focus nobody(context, -1);
  return fmt::format("{}, for {}", value(comprehension.head, context), rows);
}

}  // namespace remit::prose
