#include "data/blocks/ordered_blocks.h"

namespace remit::data {

void OrderedBlocks::add(std::size_t number, TableBlock block) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.emplace(number, std::move(block));
    if (busy_) return;  // who hands on takes it in its turn
    busy_ = true;
  }
  TableBlock each;
  while (next(number, each)) take_(number, std::move(each));
}

/// The next block in order, or none, and then nobody hands on any more.
bool OrderedBlocks::next(std::size_t& number, TableBlock& block) {
  const std::lock_guard lock(mutex_);
  const auto found = waiting_.find(next_);
  busy_ = found != waiting_.end();
  if (!busy_) return false;
  number = next_++;
  block = std::move(found->second);
  waiting_.erase(found);
  return true;
}

}  // namespace remit::data
