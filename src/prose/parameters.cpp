// Parameters and code sets: by value and name.
#include <fmt/format.h>

#include "prose/value.h"

namespace remit::prose {

std::string parameter_phrase(const lang::Parameter& parameter, const std::string& unit) {
  const std::string name = spoken(parameter.name);
  const std::string after = unit.empty() ? "" : " " + unit;
  if (parameter.values.size() == 1 && !parameter.values[0].from && !parameter.values[0].to) {
    return fmt::format("{}{} ({})", spoken(parameter.values[0].value), after, name);
  }
  return fmt::format("as many{} as “{}” says for the rule's date: {}", after, name,
                     spoken(parameter.values, "and"));
}

std::string set_phrase(const lang::CodeSet& set, std::string_view last_word) {
  const std::string name = spoken(set.name);
  if (set.values.empty()) return fmt::format("nothing ({} is empty)", name);
  return fmt::format("{} ({})", spoken(set.values, last_word), name);
}

}  // namespace remit::prose
