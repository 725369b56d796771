#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/model.h"
#include "text/diagnostic.h"
#include "value/date.h"

namespace remit::auditing {

/// The tables that resources are, and from when on each is complete. Nothing (with an error) where
/// the model has no such resource.
std::optional<std::map<int, value::Date>> complete_tables(
    const std::map<std::string, value::Date>& resources, const model::Model& model,
    text::Diagnostics& diagnostics);

}  // namespace remit::auditing
