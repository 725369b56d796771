#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "data/cells/problem.h"

namespace re2 {
class RE2;
}

namespace remit::data {

/// What a field's constraints say of a value of its type. `required` and `unique` are about more
/// than one value and are not checked here.
class Constraints {
 public:
  explicit Constraints(const model::Field& field);
  Constraints(Constraints&&) noexcept;
  Constraints& operator=(Constraints&&) = delete;
  Constraints(const Constraints&) = delete;
  Constraints& operator=(const Constraints&) = delete;
  ~Constraints();

  // The text as it stands, and its value; nothing where all is well.
  std::optional<CellProblem> check_string(std::string_view text) const;
  std::optional<CellProblem> check_integer(std::string_view text, std::int64_t value) const;
  std::optional<CellProblem> check_number(std::string_view text, double value) const;
  std::optional<CellProblem> check_day(std::string_view text, std::int32_t day) const;

 private:
  std::optional<CellProblem> check_pattern(std::string_view text) const;
  std::optional<CellProblem> check_length(std::string_view text) const;
  CellProblem not_allowed(std::string_view text) const;

  const model::Field* field_;
  std::unique_ptr<re2::RE2> pattern_;
  std::vector<std::int64_t> allowed_;  ///< of integers and dates
  std::vector<double> allowed_numbers_;
};

}  // namespace remit::data
