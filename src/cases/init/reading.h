#pragma once

#include <set>
#include <string>
#include <utility>

#include "rules/rule.h"
#include "value/date.h"

namespace remit::cases::init {

/// What a rule looks at: the cells, and the constants that it holds them against.
struct Reading {
  std::set<int> tables;                  ///< of its subjects, and all that it reads
  std::set<std::pair<int, int>> fields;  ///< table and field
  std::set<std::string> texts;
  std::set<std::int64_t> numbers;  ///< whole ones
  std::set<value::Date> dates;
};

Reading reading_of(const rules::Rule& rule);

}  // namespace remit::cases::init
