// Parameters and code sets: by value and name.
#include <fmt/format.h>

#include "prose/value.h"

namespace remit::prose {

std::string parameter_phrase(const lang::Parameter& parameter, const std::string& unit) {
  const std::string name = spoken(parameter.name);
  if (parameter.values.size() == 1 && !parameter.values[0].from && !parameter.values[0].to) {
    const std::string value = spoken(parameter.values[0].value);
    return fmt::format("{} ({})", unit.empty() ? value : counted(value, unit), name);
  }
  std::vector<std::string> values;
  for (const lang::Dated& dated : parameter.values) {
    values.push_back(spoken(dated.value) + in_force(dated.from, dated.to));
  }
  return fmt::format("{}the {} in force on the rule's date ({})",
                     unit.empty() ? "" : fmt::format("as many {} as ", unit), quoted(name),
                     fmt::join(values, "; "));
}

std::string set_phrase(const lang::CodeSet& set, std::string_view last_word) {
  const std::string name = spoken(set.name);
  if (set.values.empty()) return fmt::format("nothing ({} is empty)", name);
  return fmt::format("{} ({})", spoken(set.values, last_word), name);
}

}  // namespace remit::prose
