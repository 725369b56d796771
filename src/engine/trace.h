#pragma once

#include <string>
#include <vector>

#include "engine/frame.h"
#include "engine/vector.h"

namespace remit::engine {

/// One cell that an expression read, for one tuple of the frame that is explained.
struct Read {
  std::uint32_t tuple;
  std::string path;  ///< as the rule writes it
  Cell cell;
};

/// Collects what is read while an expression is evaluated, for the tuples of `anchor`. Only made
/// for what is reported: with a trace in the context the evaluator also narrows every `and`, `or`
/// and `if` to the tuples that it decides, so that only what counted is read.
struct Trace {
  const Frame* anchor;
  std::vector<Read> reads;
};

}  // namespace remit::engine
