#pragma once

#include <string_view>

namespace remit::data {

/// What a text that is no date looks like, in words for people; empty where nobody knows.
std::string_view date_hint(std::string_view text);

}  // namespace remit::data
