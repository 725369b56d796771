#pragma once

#include <string>
#include <vector>

#include "engine/random_dice.h"

namespace remit::test {

/// A foreign key of a random table: `name` leads to the row of `target`, `inverse` back.
struct RandomRelation {
  std::string name;
  std::string inverse;
  int target = 0;
};

/// A random table. Each has the fields id, s, t (strings, t of few codes), n (integer), x
/// (number), b (boolean), d, e, f (dates), a field `<relation>_id` for each relation, and the
/// periods p (d to e, exclusive) and q (d to f, inclusive).
struct RandomTable {
  std::string name;
  std::string entity;
  bool double_key = false;  ///< the primary key is id and n
  std::vector<RandomRelation> relations;
};

struct RandomModel {
  std::vector<RandomTable> tables;

  /// The collections that hang on a row of the table: name and the table of its rows.
  std::vector<std::pair<std::string, int>> collections(int table) const;
};

RandomModel random_model(Dice& dice);
std::string model_text(const RandomModel& model);

}  // namespace remit::test
