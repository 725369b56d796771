#pragma once

#include <string_view>

namespace remit::waivers {

/// Whether a key is one that a waiver's subject means: the same text, or one that the pattern
/// fits, in which `*` stands for any text and `?` for one character.
bool matches(std::string_view pattern, std::string_view key);

/// Whether it is no more than wildcards and separators, so that it fits about every key.
bool matches_all(std::string_view pattern);

}  // namespace remit::waivers
