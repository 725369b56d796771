#include "engine/traced.h"

#include <algorithm>
#include <numeric>

#include "engine/doubt.h"
#include "engine/expression.h"

namespace remit::engine {
namespace {

namespace typed = lang::typed;

void add_causes(const Vector& vector, Causes& causes) {
  if (!vector.causes) return;
  causes.resize(vector.size);
  for (std::size_t i = 0; i < vector.size; ++i) {
    if (vector.is_known(i)) continue;
    const auto& cells = (*vector.causes)[vector.at(i)];
    causes[i].insert(causes[i].end(), cells.begin(), cells.end());
  }
}

/// Evaluates with a trace; what is missing of each expression goes to `causes`.
std::vector<Read> traced_reads(const std::vector<typed::NodePtr>& expressions,
                               const FramePtr& frame, Paths& paths, Context& context,
                               Causes& causes) {
  if (frame->size() == 0) return {};
  Trace trace{frame.get(), paths};
  context.trace = &trace;
  for (const typed::NodePtr& expression : expressions) {
    if (expression) add_causes(evaluate(*expression, frame, context), causes);
  }
  context.trace = nullptr;
  return std::move(trace.reads);
}

}  // namespace

Traced::Traced(std::size_t size, const std::vector<Read>& reads, Causes causes)
    : reads_(reads.size()), starts_(size + 1, 0), causes_(std::move(causes)) {
  for (const Read& read : reads) ++starts_[read.tuple + 1];
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  Indices next(starts_.begin(), starts_.end() - 1);
  for (const Read& read : reads) reads_[next[read.tuple]++] = read;
}

Traced trace(const std::vector<typed::NodePtr>& expressions, const FramePtr& frame, Paths& paths,
             Context& context) {
  Causes causes;
  const auto reads = traced_reads(expressions, frame, paths, context, causes);
  return {frame->size(), reads, std::move(causes)};
}

Traced trace_in_doubt(const std::vector<typed::NodePtr>& expressions, const FramePtr& frame,
                      Paths& paths, Context& context) {
  Causes causes;
  const auto reads = traced_reads(expressions, frame, paths, context, causes);
  Bitmap doubtful(frame->size());
  for (const typed::NodePtr& expression : expressions) {
    if (expression) doubtful |= in_doubt(*expression, frame, context);
  }
  for (std::size_t i = 0; i < causes.size(); ++i) {
    if (!doubtful.get(i)) causes[i].clear();
  }
  return {frame->size(), reads, std::move(causes)};
}

}  // namespace remit::engine
