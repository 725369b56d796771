#include "lint/extended.h"

namespace remit::lint {

std::set<std::size_t> extended_by(const rules::RuleSet& rules, std::size_t file) {
  std::set<std::size_t> all;
  std::vector<std::size_t> open = rules.files[file].extends;
  while (!open.empty()) {
    const std::size_t next = open.back();
    open.pop_back();
    if (!all.insert(next).second) continue;
    const auto& more = rules.files[next].extends;
    open.insert(open.end(), more.begin(), more.end());
  }
  return all;
}

}  // namespace remit::lint
