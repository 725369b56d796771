#pragma once

#include <optional>

#include "text/diagnostic.h"
#include "value/date.h"
#include "yaml/mapping.h"

namespace remit::model {

/// The date of a scalar node; an error that names `what` for anything else.
std::optional<value::Date> read_date(const yaml::Node& node, std::string_view what,
                                     text::Diagnostics& diagnostics);
/// The date under a key, or nothing where the key is absent or (with an error) no date.
std::optional<value::Date> read_date(yaml::Mapping& mapping, std::string_view key,
                                     text::Diagnostics& diagnostics);

}  // namespace remit::model
