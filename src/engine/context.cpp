#include "engine/context.h"

namespace remit::engine {

const data::Codes& Context::translation(const DictionaryPtr& from, const DictionaryPtr& to) {
  data::Codes& codes = translations[{from, to}];
  while (codes.size() < from->size()) {
    codes.push_back(to->find(from->text(static_cast<std::int32_t>(codes.size()))).value_or(-1));
  }
  return codes;
}

Context Context::beside(std::set<CalendarMiss>& elsewhere) const {
  return {data, environment, as_of, elsewhere, nullptr, {}, {}, open, known_from, known_note};
}

void Context::miss(value::Date date) {
  if (environment.calendar) misses.insert({environment.calendar->name(), date});
}

}  // namespace remit::engine
