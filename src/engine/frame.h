#pragma once

#include <map>
#include <memory>
#include <vector>

#include "engine/vector.h"
#include "lang/environment.h"

namespace remit::engine {

/// The slot in which a frame has, where Context::rows is given, the entry of it that a tuple comes
/// from. No expression can name it, and it can be seen everywhere.
constexpr int kEntrySlot = -1;

class Frame;
using FramePtr = std::shared_ptr<const Frame>;

/// A number of tuples and what is bound in each: the subjects of a rule, or the elements of a
/// comprehension over them. A frame that was made from another one knows which of its tuples
/// each tuple came from, and reads the slots that it does not bind itself through that.
class Frame {
 public:
  /// Tuples of their own; `slots` names what can be bound, for explanations.
  static std::shared_ptr<Frame> base(std::size_t size, const std::vector<lang::Slot>& slots);
  /// One tuple for each entry of `origin`, which is the tuple of `parent` that it extends.
  static std::shared_ptr<Frame> derived(const FramePtr& parent, Indices origin);
  /// One tuple for each of `caller`, in which nothing of the caller's slots can be seen.
  static std::shared_ptr<Frame> call(const FramePtr& caller, const std::vector<lang::Slot>& slots);

  std::size_t size() const { return size_; }
  void bind(int slot, Vector values);
  const Vector& slot(int slot) const;
  const std::vector<lang::Slot>& slots() const { return *slots_; }

  const FramePtr& parent() const { return parent_; }
  /// Which tuple of the parent a tuple extends.
  std::uint32_t origin(std::size_t tuple) const {
    return same_tuples_ ? static_cast<std::uint32_t>(tuple) : origin_[tuple];
  }
  /// The tuple of `ancestor` that a tuple comes from; `ancestor` is this frame or stands above it.
  std::uint32_t origin_in(const Frame& ancestor, std::size_t tuple) const;

 private:
  Frame(std::size_t size, const std::vector<lang::Slot>& slots) : size_(size), slots_(&slots) {}

  std::size_t size_;
  const std::vector<lang::Slot>* slots_;
  FramePtr parent_;
  Indices origin_;
  bool same_tuples_ = false;             ///< origin is the identity
  bool opaque_ = false;                  ///< slots of the parent are not visible
  mutable std::map<int, Vector> bound_;  ///< with what was read through the parent, kept
};

/// The tuples of a frame at `indices`.
FramePtr narrow(const FramePtr& frame, Indices indices);

}  // namespace remit::engine
