#pragma once

#include <string_view>

namespace remit::book {

/// The style sheet of the page: light and dark, narrow and wide, and on paper. Every colour of
/// text has a contrast of at least 4.5 to 1 with what is behind it, every line that means
/// something at least 3 to 1.
extern const std::string_view kStyle;

}  // namespace remit::book
