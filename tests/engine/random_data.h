#pragma once

#include <string>
#include <vector>

#include "engine/random_model.h"
#include "value/date.h"

namespace remit::test {

/// The cells of one file, the header first.
struct RandomFile {
  std::string name;
  std::vector<std::vector<std::string>> rows;
};

/// Rows with missing and bad cells, dangling keys, instants, open periods and dates around the
/// as-of date; some tables are empty or not there at all.
std::vector<RandomFile> random_data(Dice& dice, const RandomModel& model, value::Date as_of);
std::string csv_text(const RandomFile& file);

}  // namespace remit::test
