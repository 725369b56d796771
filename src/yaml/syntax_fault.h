#pragma once

#include <optional>
#include <string>

#include "text/source.h"

namespace remit::yaml {

/// What an author did that broke the YAML: where, and what to write instead.
struct SyntaxFault {
  text::Span span;
  std::string message;
  std::string help;
};

/// The likely mistake where the parser of the library stopped: it knows only that it could not go
/// on, often a line after the cause. Nothing where no usual mistake is seen there.
std::optional<SyntaxFault> find_syntax_fault(const text::SourceFile& file, std::size_t offset);

}  // namespace remit::yaml
