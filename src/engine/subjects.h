#pragma once

#include <functional>

#include "engine/elements.h"
#include "rules/outcome.h"
#include "rules/rule.h"

namespace remit::engine {

/// Calls f with the subjects of a rule, batch by batch in the order of the first table's rows:
/// elements whose `where` is true or unknown, with every name of `for` bound.
void each_batch(const rules::Rule& rule, Context& context,
                const std::function<void(const Elements&)>& f);

/// The key and the entity of one subject, as findings name them.
rules::Subject subject_of(const rules::Rule& rule, const FramePtr& frame, std::size_t tuple,
                          const Context& context);
/// Likewise of whatever rows are bound; no key where there is none.
rules::Subject subject_of(const std::vector<lang::typed::Binding>& bindings, const FramePtr& frame,
                          std::size_t tuple, const Context& context);

}  // namespace remit::engine
