#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/diagnostic.h"
#include "value/type.h"
#include "value/value.h"

namespace remit::rules {

/// The types that a parameter can have, as words; `parameter_type` gives the one at an index.
const std::vector<std::string>& parameter_type_words();
value::Type parameter_type(std::size_t index);

/// Reads a value of a parameter's type from text; an error that names `what` for anything else.
std::optional<value::Value> read_parameter_value(const text::Excerpt& excerpt,
                                                 const value::Type& type, const std::string& what,
                                                 text::Diagnostics& diagnostics);

}  // namespace remit::rules
