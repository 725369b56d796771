#pragma once

#include "lang/typed.h"

namespace remit::engine {

/// Which of the three outcomes a condition had.
struct Seen {
  bool is_true = false;
  bool is_false = false;
  bool is_unknown = false;

  Seen& operator|=(const Seen& other) {
    is_true = is_true || other.is_true;
    is_false = is_false || other.is_false;
    is_unknown = is_unknown || other.is_unknown;
    return *this;
  }
};

/// Is shown what conditions give while rules are evaluated: every boolean expression each time,
/// with its outcomes for the rows for which it was asked. The side of an `and`, `or` or `implies`
/// that the other one has decided already is not asked.
class Observer {
 public:
  virtual ~Observer() = default;
  virtual void condition(const lang::typed::Node& node, const Seen& seen) = 0;
};

}  // namespace remit::engine
