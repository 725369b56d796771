#pragma once

#include "engine/account.h"
#include "engine/candidates.h"

namespace remit::engine {

/// The candidates of subject i as an account has them, in their order: item k is the candidate
/// candidates.all[candidates.starts[i] + k]. Those that were left out are not among them yet.
Items items_of(const Candidates& candidates, std::size_t i, const Context& context);

/// What the comprehensions of one subject (the one tuple of the frame) go through without counting
/// it, and why.
std::vector<LeftOut> left_out_of(const std::vector<rules::Elements>& sources,
                                 const FramePtr& subject, const text::SourcePtr& file,
                                 const Context& context);

}  // namespace remit::engine
