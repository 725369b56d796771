#pragma once

#include "engine/account.h"
#include "engine/context.h"
#include "engine/frame.h"

namespace remit::engine {

struct Trial;

/// The condition taken apart for the one tuple of a frame, each part evaluated by itself. Parts
/// are asked in the order of the evaluation, as far as that goes.
Answer answer(const lang::typed::NodePtr& condition, const FramePtr& frame,
              const text::SourcePtr& file, Context& context);

/// Likewise of the i-th subject of a trial.
Answer account_of(const lang::typed::NodePtr& condition, const Trial& trial, std::size_t i);

/// A value of the one tuple of a frame, a row as its key.
value::Value value_of(const lang::typed::NodePtr& node, const FramePtr& frame, Context& context);

}  // namespace remit::engine
