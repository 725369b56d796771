#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/random_dice.h"
#include "engine/random_model.h"
#include "value/date.h"

namespace remit::test {

/// What a random expression can be of. A duration is of days, of months or of working days.
enum class Sort { kBoolean, kInteger, kNumber, kString, kDate, kPeriod, kDays, kMonths, kWorking };

/// A name that expressions can use: a row of a table, or a value of some sort.
struct RandomName {
  std::string name;
  int table = -1;  ///< of a row
  Sort sort = Sort::kDate;
};

/// A definition: called with a row, and with a date where it takes one.
struct RandomDefinition {
  std::string name;
  int table = 0;
  bool takes_date = false;
  Sort sort = Sort::kBoolean;
};

/// Makes well-typed expressions as text.
class RandomExpressions {
 public:
  RandomExpressions(Dice& dice, const RandomModel& model, value::Date as_of)
      : dice_(dice), model_(model), as_of_(as_of) {}

  std::vector<RandomName> names;  ///< those that are visible
  std::vector<RandomDefinition> definitions;
  bool parameters = false;  ///< whether the rule set has those of random_rules.cpp

  /// An expression; `depth` bounds how deep it nests.
  std::string make(Sort sort, int depth);
  /// `v1 in a.back1_0 where ...`, and makes the name visible; nothing where no collection is near.
  std::optional<std::string> binding(int depth);
  /// A duration of any family.
  std::string duration(int depth);
  std::string date_literal();
  std::string fresh(const char* stem) { return stem + std::to_string(next_++); }

 private:
  std::string boolean(int depth);
  std::string integer(int depth);
  std::string number(int depth);
  std::string string(int depth);
  std::string date(int depth);
  std::string period(int depth);
  std::string working(int depth);

  std::string comparison(int depth);
  std::string period_test(int depth);
  std::string quantified(int depth);
  std::string aggregate(Sort sort, int depth);
  std::string conditional(Sort sort, int depth);
  std::string picked(Sort sort, int depth);
  std::string membership(int depth);
  std::string state(int depth);

  std::optional<std::string> row(int depth);
  std::optional<std::string> field(Sort sort, int depth);
  std::optional<std::string> named(Sort sort);
  std::optional<std::string> defined(Sort sort, int depth);
  /// What stands after `in`, and the table of its rows (-1: periods).
  std::optional<std::pair<std::string, int>> collection(int depth);
  Sort any_sort();

  Dice& dice_;
  const RandomModel& model_;
  value::Date as_of_;
  int next_ = 0;
  int row_table_ = -1;  ///< of the last row
};

}  // namespace remit::test
