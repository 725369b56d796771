#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "value/date.h"
#include "value/duration.h"
#include "value/period.h"

namespace remit::value {

/// A row of a table of the model, by number; -1 is a missing row.
struct Row {
  int table = -1;
  std::int32_t row = -1;
  bool operator==(const Row&) const = default;
};

/// Missing and unknown, which are one for values.
struct Missing {
  bool operator==(const Missing&) const = default;
};

struct Value;
using List = std::vector<Value>;

/// One value of the language, for constants, explanations and the reference interpreter.
struct Value {
  std::variant<Missing, bool, std::int64_t, double, std::string, Date, Duration, Period, Row,
               std::shared_ptr<const List>>
      data;

  bool is_missing() const { return std::holds_alternative<Missing>(data); }
  template <typename T>
  const T& as() const {
    return std::get<T>(data);
  }
};

/// Numbers in the shortest form that reads back the same, whole ones without a fraction.
std::string to_string(double number);
/// As people read it: a string without quotes; `true`, `false`;
/// `missing`; lists in brackets; rows as `#n` (a caller that has the data writes the key).
std::string to_string(const Value& value);

}  // namespace remit::value
