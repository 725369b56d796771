#pragma once

#include <string>

#include "text/diagnostic.h"
#include "text/source.h"

namespace remit::layout {

enum class Outcome {
  kLaidOut,
  kRefused,  ///< the file cannot be read, or has what no layout is known for
  kFault,    ///< what came out did not mean the same: a fault of this module
};

struct LaidOut {
  Outcome outcome = Outcome::kRefused;
  std::string text;  ///< of kLaidOut
};

/// Lays out a file of YAML: rule sets with their expressions, and any other that remit reads. The
/// order of keys, comments and the author's line breaks stay; what comes out is read again and
/// held against the original, and laying it out once more would change nothing. Where it cannot
/// be done, an error says why.
LaidOut lay_out(const text::SourcePtr& file, text::Diagnostics& diagnostics);

}  // namespace remit::layout
