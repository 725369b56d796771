#pragma once

#include <string>

#include "model/model.h"

namespace remit::test {

/// A model as text, one line for each thing in it, for golden cases.
std::string dump(const model::Model& model);

}  // namespace remit::test
