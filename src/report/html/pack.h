#pragma once

#include <string>
#include <string_view>

namespace remit::report::html {

/// Any bytes in the 64 letters of RFC 4648, with `=` at the end where it takes them.
std::string base64(std::string_view bytes);

/// A text compressed (RFC 1950, which browsers call `deflate`), as base64.
std::string packed(std::string_view text);

}  // namespace remit::report::html
