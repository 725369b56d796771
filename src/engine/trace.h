#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/frame.h"
#include "engine/vector.h"

namespace remit::engine {

/// The ways in which a rule writes what it reads (`a.role`), each under a number.
class Paths {
 public:
  std::uint32_t number(const std::string& path) {
    for (std::uint32_t i = 0; i < texts_.size(); ++i) {
      if (texts_[i] == path) return i;
    }
    texts_.push_back(path);
    return static_cast<std::uint32_t>(texts_.size() - 1);
  }
  const std::string& text(std::uint32_t number) const { return texts_[number]; }

 private:
  std::vector<std::string> texts_;
};

/// One cell that an expression read, for one tuple of the frame that is explained.
struct Read {
  std::uint32_t tuple;
  std::uint32_t path;  ///< of Trace::paths
  Cell cell;
};

/// Collects what is read while an expression is evaluated, for the tuples of `anchor`. Only made
/// for what is reported: with a trace in the context the evaluator also narrows every `and`, `or`
/// and `if` to the tuples that it decides, so that only what counted is read.
struct Trace {
  const Frame* anchor;
  Paths& paths;
  std::vector<Read> reads = {};
};

}  // namespace remit::engine
