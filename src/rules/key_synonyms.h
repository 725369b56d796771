#pragma once

#include <optional>
#include <string_view>

#include "yaml/mapping.h"

namespace remit::rules {

/// The key of a rule that people mean by a word of their own: `condition` for `require`.
std::optional<std::string_view> key_meant_by(std::string_view word);

/// Lets the mapping of a rule know all of these words.
void add_synonyms(yaml::Mapping& keys);

}  // namespace remit::rules
