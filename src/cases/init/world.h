#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cases/case.h"
#include "cases/init/reading.h"

namespace remit::cases::init {

/// A cell that the search may write to, and what it may write there.
struct Variable {
  std::size_t table = 0;
  std::size_t row = 0;
  std::size_t field = 0;
};

/// Numbers that look random and are the same everywhere and always.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  /// From 0 up to, and without, `sides`.
  std::size_t roll(std::size_t sides);
  bool one_in(std::size_t sides) { return roll(sides) == 0; }

 private:
  std::uint64_t state_;
};

/// The part of the model that a rule sees, and how small worlds are made in it.
class Worlds {
 public:
  /// Of a table of which copies are made.
  static constexpr std::size_t kMostRows = 45;

  Worlds(const rules::Rule& rule, const model::Model& model, value::Date as_of);

  value::Date as_of() const { return as_of_; }
  const Reading& reading() const { return reading_; }

  /// A world with a row or two in each table that the rule sees.
  Tables random(Dice& dice) const;
  /// The same world with one cell written anew.
  void disturb(Tables& tables, Dice& dice) const;
  /// The cells that the rule reads, without keys.
  std::vector<Variable> variables(const Tables& tables) const;
  /// All values that are worth a try in a cell; of dates there are too many to list.
  std::vector<Cell> candidates(const Tables& tables, const Variable& variable) const;
  /// Adds a copy of the first row of a table under a key of its own; where the key is made of
  /// others' keys, with a copy of one of them. False where it cannot have one.
  bool copy_row(Tables& tables, std::size_t table) const;
  /// The tables of which copies of a row are to be tried: not that of the subjects, of which one
  /// more is a subject of its own, unless the rule compares them.
  std::vector<std::size_t> countable(const Tables& tables) const;
  /// Whether the rule says how many there may be.
  bool counts() const { return counts_; }

 private:
  void add_targets();
  Row blank_row(std::size_t table, std::size_t number) const;
  std::string key_value(std::size_t table, std::size_t field, std::size_t number) const;
  Cell random_cell(const Tables& tables, const Variable& variable, Dice& dice) const;
  Cell random_date(bool may_be_open, Dice& dice) const;
  bool is_key(std::size_t table, std::size_t field) const;
  /// The table that a field points into, of those that the rule sees; -1 for none.
  int target(std::size_t table, std::size_t field) const;
  bool is_end(std::size_t table, std::size_t field) const;

  const model::Model& model_;
  value::Date as_of_;
  Reading reading_;
  int subject_ = -1;  ///< the first table of the subjects
  bool counts_ = false;
  bool compares_ = false;  ///< the subjects with each other
};

}  // namespace remit::cases::init
