#pragma once

#include <functional>
#include <vector>

#include "engine/elements.h"
#include "rules/outcome.h"
#include "rules/rule.h"

namespace remit::engine {

/// Rows of the first table in one batch: enough for long loops, few enough for the caches.
constexpr std::size_t kBatch = 8192;

/// Rows of the first table, or of those of it that are looked at.
struct RowRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Cuts the rows of the first table that are looked at (Context::rows) into ranges of `rows` rows;
/// a rule that cannot be cut has one.
std::vector<RowRange> batches_of(const rules::Rule& rule, const Context& context, std::size_t rows);
/// Whether the subjects of each range of rows can be judged by themselves.
bool can_be_cut(const rules::Rule& rule);

/// The subjects of one range, in the order of its rows: elements whose `where` is true or unknown,
/// with every name of `for` bound.
Elements subjects_in(const rules::Rule& rule, const RowRange& range, Context& context);

/// Calls f with those of all batches in order.
void each_batch(const rules::Rule& rule, Context& context,
                const std::function<void(const Elements&)>& f);

/// The key and the entity of one subject, as findings name them.
rules::Subject subject_of(const rules::Rule& rule, const FramePtr& frame, std::size_t tuple,
                          const Context& context);
/// Likewise of whatever rows are bound; no key where there is none.
rules::Subject subject_of(const std::vector<lang::typed::Binding>& bindings, const FramePtr& frame,
                          std::size_t tuple, const Context& context);

}  // namespace remit::engine
