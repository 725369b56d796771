#include "engine/context.h"

namespace remit::engine {

const data::Codes& Context::translation(const DictionaryPtr& from, const DictionaryPtr& to) {
  data::Codes& codes = translations[{from, to}];
  std::string buffer;
  while (codes.size() < from->size()) {
    const auto code = static_cast<std::int32_t>(codes.size());
    codes.push_back(to->find(from->text(code, buffer)).value_or(-1));
  }
  return codes;
}

Context Context::beside(std::set<CalendarMiss>& elsewhere) const {
  Context other = for_part(elsewhere);
  other.ties = std::make_shared<TieIndexes>();
  other.observer = nullptr;
  return other;
}

Context Context::for_part(std::set<CalendarMiss>& elsewhere) const {
  Context part{data, environment, as_of, elsewhere};
  part.ties = ties;
  part.open = open;
  part.known_from = known_from;
  part.known_note = known_note;
  part.observer = observer;
  part.rows = rows;
  part.worlds = worlds;
  part.most_elements = most_elements;
  return part;
}

void Context::miss(value::Date date) {
  if (environment.calendar) misses.insert({environment.calendar->name(), date});
}

}  // namespace remit::engine
