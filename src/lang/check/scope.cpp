#include <algorithm>

#include "lang/check/check.h"

namespace remit::lang {

Scope::Scope() { slots_.push_back({"", value::type(value::Kind::kDate)}); }

int Scope::bind(const std::string& name, const value::Type& type) {
  const int slot = static_cast<int>(slots_.size());
  slots_.push_back({name, type});
  visible_.push_back(slot);
  return slot;
}

std::optional<int> Scope::find(std::string_view name) const {
  // The latest first: where a name was bound twice by mistake, it means the inner one.
  const auto found = std::find_if(visible_.rbegin(), visible_.rend(), [&](int slot) {
    return slots_[static_cast<std::size_t>(slot)].name == name;
  });
  if (found == visible_.rend()) return std::nullopt;
  return *found;
}

std::vector<std::string> Scope::names() const {
  std::vector<std::string> names;
  for (const int slot : visible_) names.push_back(slots_[static_cast<std::size_t>(slot)].name);
  return names;
}

}  // namespace remit::lang
