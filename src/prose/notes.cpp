#include "prose/notes.h"

#include <fmt/format.h>

#include "prose/condition.h"
#include "prose/value.h"

namespace remit::prose {

std::string definition_phrase(const lang::Definition& definition,
                              const std::vector<std::string>& arguments) {
  const std::string name = quoted(spoken(definition.name));
  const bool of_row = arguments.size() == 1 && definition.slots[1].type.kind == value::Kind::kRow;
  return of_row ? possessive(arguments[0]) + " " + name : name + for_arguments(arguments);
}

std::string for_arguments(const std::vector<std::string>& arguments) {
  return arguments.empty() ? "" : " for " + joined(arguments, "and");
}

Note definition_note(const lang::Definition& definition, Context& context) {
  Context own(context.environment(), definition.slots);
  std::vector<int> slots;
  for (std::size_t index = 1; index <= definition.arguments; ++index) {
    slots.push_back(static_cast<int>(index));
  }
  own.introduce(slots);
  std::vector<std::string> arguments;
  for (const int slot : slots) arguments.push_back(own.name(slot));
  const bool is_condition = definition.body->type.kind == value::Kind::kBoolean;
  Note note{
      Note::Kind::kDefinition,
      definition.name,
      is_condition ? quoted(spoken(definition.name)) : definition_phrase(definition, arguments),
      {}};
  note.says = own.gather([&] {
    return is_condition ? led(fmt::format("holds{} if ", for_arguments(arguments)),
                              condition(definition.body, true, own))
                        : led("is ", long_value(definition.body, own));
  });
  own.drop_idle_names({&note.says});
  context.note_all(own);
  return note;
}

Note period_note(const model::Table& table, const model::PeriodField& period) {
  const std::string entity = spoken(table.entity);
  const std::string name = spoken(period.name);
  const std::string from = spoken(table.fields[static_cast<std::size_t>(period.from)]);
  const std::string to = spoken(table.fields[static_cast<std::size_t>(period.to)]);
  Note note{Note::Kind::kPeriod,
            table.entity + "." + period.name,
            fmt::format("the {}'s {}", entity, name),
            {}};
  const std::string end = period.inclusive
                              ? fmt::format("to its {}, both included", to)
                              : fmt::format(
                                    "to the day before its {} (where the two are one day, "
                                    "it is that day)",
                                    to);
  note.says.text =
      fmt::format("runs from its {} {}; without a recorded {} it has no end", from, end, to);
  return note;
}

}  // namespace remit::prose
