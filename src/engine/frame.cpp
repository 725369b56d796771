#include "engine/frame.h"

#include <stdexcept>
#include <utility>

namespace remit::engine {
namespace {

/// Whether every tuple of so many is there once, in order.
bool is_all_of(const Indices& origin, std::size_t size) {
  std::uint32_t differences = 0;
  if (origin.size() != size) return false;
  for (std::uint32_t i = 0; i < size; ++i) differences |= origin[i] ^ i;
  return differences == 0;
}

}  // namespace

std::shared_ptr<Frame> Frame::base(std::size_t size, const std::vector<lang::Slot>& slots) {
  return std::shared_ptr<Frame>(new Frame(size, slots));
}

std::shared_ptr<Frame> Frame::derived(const FramePtr& parent, Indices origin) {
  auto frame = base(origin.size(), parent->slots());
  frame->parent_ = parent;
  frame->same_tuples_ = is_all_of(origin, parent->size());
  if (!frame->same_tuples_) frame->origin_ = std::move(origin);
  return frame;
}

std::shared_ptr<Frame> Frame::call(const FramePtr& caller, const std::vector<lang::Slot>& slots) {
  auto frame = base(caller->size(), slots);
  frame->parent_ = caller;
  frame->same_tuples_ = true;
  frame->opaque_ = true;
  return frame;
}

void Frame::bind(int slot, Vector values) { bound_.insert_or_assign(slot, std::move(values)); }

const Vector& Frame::slot(int slot) const {
  if (const auto found = bound_.find(slot); found != bound_.end()) return found->second;
  if (!parent_ || (opaque_ && slot != kEntrySlot))
    throw std::logic_error("a slot is read before it is bound");
  const Vector& above = parent_->slot(slot);
  if (same_tuples_) return above;
  return bound_.emplace(slot, gather(above, origin_)).first->second;
}

std::uint32_t Frame::origin_in(const Frame& ancestor, std::size_t tuple) const {
  const Frame* frame = this;
  auto index = static_cast<std::uint32_t>(tuple);
  while (frame != &ancestor) {
    index = frame->origin(index);
    frame = frame->parent_.get();
  }
  return index;
}

FramePtr narrow(const FramePtr& frame, Indices indices) {
  return Frame::derived(frame, std::move(indices));
}

}  // namespace remit::engine
