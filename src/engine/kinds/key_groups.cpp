#include "engine/kinds/key_groups.h"

#include <string>
#include <utility>

#include <absl/container/flat_hash_map.h>

namespace remit::engine {
namespace {

using value::Kind;

/// Numbers that stand for the values of one part of a key: equal for equal values only.
class PartNumbers {
 public:
  explicit PartNumbers(const Vector& part) : part_(part) {}

  std::int64_t at(std::size_t i) {
    switch (part_.kind) {
      case Kind::kRow:
      case Kind::kString:
      case Kind::kDate:
        return part_.of<std::int32_t>()[part_.at(i)];
      case Kind::kInteger:
        return part_.of<std::int64_t>()[part_.at(i)];
      case Kind::kBoolean:
        return part_.is_true(i) ? 1 : 0;
      default:
        return by_text(value::to_string(element(part_, i)));
    }
  }

 private:
  std::int64_t by_text(const std::string& text) {
    const auto next = static_cast<std::int64_t>(texts_.size());
    return texts_.try_emplace(text, next).first->second;
  }

  const Vector& part_;
  absl::flat_hash_map<std::string, std::int64_t> texts_;
};

}  // namespace

Indices key_groups(const std::vector<Vector>& keys, const Indices& places) {
  Indices groups(places.size(), 0);
  for (const Vector& part : keys) {
    PartNumbers numbers(part);
    absl::flat_hash_map<std::pair<std::uint32_t, std::int64_t>, std::uint32_t> next;
    next.reserve(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto number = static_cast<std::uint32_t>(next.size());
      groups[i] = next.try_emplace({groups[i], numbers.at(places[i])}, number).first->second;
    }
  }
  return groups;
}

}  // namespace remit::engine
