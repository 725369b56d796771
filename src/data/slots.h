#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace remit::data {

/// A hash table of numbers, for what lies elsewhere: eight bytes a slot, whatever the keys are.
/// The caller hashes and compares; 32 bits of the hash are kept, so that most strangers are told
/// apart without a look at the key, and growing needs no key at all.
class Slots {
 public:
  static constexpr std::int32_t kNone = -1;

  /// The number under this hash for which equal(number) holds, or kNone.
  template <typename Equal>
  std::int32_t find(std::uint64_t hash, Equal equal) const {
    if (slots_.empty()) return kNone;
    const auto tag = static_cast<std::uint32_t>(hash);
    for (std::size_t i = tag & mask(); slots_[i].number != kNone; i = (i + 1) & mask()) {
      if (slots_[i].tag == tag && equal(slots_[i].number)) return slots_[i].number;
    }
    return kNone;
  }

  /// Adds a number that is not there yet.
  void insert(std::uint64_t hash, std::int32_t number) {
    if ((used_ + 1) * 3 > slots_.size() * 2) grow();
    place({static_cast<std::uint32_t>(hash), number});
    ++used_;
  }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::int32_t number = kNone;
  };

  std::size_t mask() const { return slots_.size() - 1; }

  void place(Slot slot) {
    std::size_t i = slot.tag & mask();
    while (slots_[i].number != kNone) i = (i + 1) & mask();
    slots_[i] = slot;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number != kNone) place(slot);
    }
  }

  std::vector<Slot> slots_;  ///< a power of two of them, or none
  std::size_t used_ = 0;
};

}  // namespace remit::data
