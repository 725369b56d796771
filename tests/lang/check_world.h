#pragma once

#include <string>

#include "lang/check/check.h"
#include "support/golden.h"

// The small world that the golden cases of the checker are written in: the model of
// tests/golden/lang/model.yaml, some parameters and code sets, and the definitions of the case.
namespace remit::test {

/// The environment of a case. Its section `definitions` has one a line,
/// `name(argument: type, ...) = expression`; a section `without` names what is left out:
/// `calendar`. What is wrong with the definitions is in `diagnostics`.
lang::Environment check_world(const GoldenCase& golden, text::Diagnostics& diagnostics);

/// A source file of the text, and one excerpt of it a line.
struct Lines {
  text::SourcePtr file;
  std::vector<text::Excerpt> lines;
};
Lines split_lines(const std::string& path, const std::string& content);

}  // namespace remit::test
