#pragma once

#include <optional>

#include "model/model.h"
#include "text/diagnostic.h"

namespace remit::model {

/// Reads a model from YAML (language reference, section 2). Every mistake is a diagnostic with
/// its place; nothing where there was any.
std::optional<Model> load(text::SourcePtr file, text::Diagnostics& diagnostics);

}  // namespace remit::model
