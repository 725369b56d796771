#pragma once

#include <string>
#include <vector>

#include "cases/case.h"
#include "model/model.h"

namespace remit::cases::init {

/// A world and what is expected in it.
struct Written {
  std::string name;
  Tables tables;
  std::vector<Expectation> expectations;
};

/// A case file: the first world is the data of the file, the others say how they differ from it.
std::string write_cases(const std::string& title, value::Date as_of, const model::Model& model,
                        const std::vector<Written>& worlds);

}  // namespace remit::cases::init
