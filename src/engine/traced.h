#pragma once

#include <span>
#include <vector>

#include "engine/context.h"
#include "engine/trace.h"
#include "lang/typed.h"

namespace remit::engine {

/// What was read and what was missing, by tuple of the frame that was explained.
class Traced {
 public:
  Traced(std::size_t size, const std::vector<Read>& reads, Causes causes);

  /// In the order in which they were read.
  std::span<const Read> reads(std::size_t tuple) const {
    return {reads_.data() + starts_[tuple], reads_.data() + starts_[tuple + 1]};
  }
  /// The cells that are the cause where something has no value.
  std::span<const Cell> causes(std::size_t tuple) const {
    return causes_.empty() ? std::span<const Cell>() : std::span<const Cell>(causes_[tuple]);
  }

 private:
  std::vector<Read> reads_;
  Indices starts_;
  Causes causes_;  ///< empty where there are none at all
};

/// What expressions (null ones left out) read for all tuples of a frame.
Traced trace(const std::vector<lang::typed::NodePtr>& expressions, const FramePtr& frame,
             Paths& paths, Context& context);

/// Likewise, but of what is missing only where that is the case for tuples in doubt.
Traced trace_in_doubt(const std::vector<lang::typed::NodePtr>& expressions, const FramePtr& frame,
                      Paths& paths, Context& context);

}  // namespace remit::engine
