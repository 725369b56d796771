#pragma once

#include <memory>
#include <vector>

#include "engine/context.h"
#include "engine/frame.h"
#include "lang/typed.h"

namespace remit::engine {

/// For every tuple of a frame the stretches that periods cover together, in order; touching ones
/// are joined. Those of tuple i are periods[starts[i]] up to periods[starts[i + 1]].
struct Runs {
  Indices starts;
  std::vector<value::Period> periods;
  Bitmap unknown;  ///< by tuple: a period, its `where` or the collection is unknown
  std::shared_ptr<const Causes> causes;
};

Runs runs_of(const lang::typed::Comprehension& periods, const FramePtr& outer, Context& context);

/// The stretches that these periods cover together; empty ones count for nothing.
std::vector<value::Period> united(std::vector<value::Period> periods);

}  // namespace remit::engine
