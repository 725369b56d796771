#pragma once

#include "cases/case.h"
#include "model/model.h"
#include "text/diagnostic.h"
#include "yaml/node.h"

namespace remit::cases {

/// Reads `incomplete`: tables that may lack rows.
void read_incomplete(const yaml::Node& node, const model::Model& model, Completeness& complete,
                     text::Diagnostics& diagnostics);
/// Reads `complete`: by table the day from which on no row is lacking.
void read_complete(const yaml::Node& node, const model::Model& model, Completeness& complete,
                   text::Diagnostics& diagnostics);

}  // namespace remit::cases
