#include "engine/tie_indexes.h"

#include "engine/tie_index.h"

namespace remit::engine {

const TieIndex& TieIndexes::of(const void* source, const Make& make) {
  Entry& found = entry(source);
  std::call_once(found.made, [&] { found.index = make(); });
  return *found.index;
}

TieIndexes::Entry& TieIndexes::entry(const void* source) {
  const std::lock_guard lock(mutex_);
  return entries_[source];
}

}  // namespace remit::engine
