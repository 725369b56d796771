#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace remit::lang::parse {

/// The first thing wrong in an expression: the one that is reported. Offsets are bytes of the
/// excerpt's text. It is thrown by every step of the parser and caught at its entry.
struct Fault {
  std::string code;
  std::string message;
  std::string help;
  std::size_t begin = 0;
  std::size_t end = 0;
  /// A second place, such as the bracket that is not closed.
  struct Place {
    std::string message;
    std::size_t begin;
    std::size_t end;
  };
  std::optional<Place> note = std::nullopt;
};

}  // namespace remit::lang::parse
