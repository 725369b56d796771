#pragma once

#include <limits>
#include <optional>
#include <set>
#include <string>

#include "value/type.h"
#include "value/value.h"

namespace remit::lint {

/// What a value can be, as far as that is known without data: at least everything that it can be,
/// never less. What has an order (integers, numbers, dates as days, durations of one family by
/// their count) has an interval; strings and booleans have a set.
struct Domain {
  bool can_be_missing = true;
  bool can_be_present = true;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool low_open = false;  ///< `low` itself is not among them
  bool high_open = false;
  std::optional<std::set<std::string>> among;  ///< nothing: any text, but for those of `without`
  std::set<std::string> without;
  bool written = false;              ///< the same whatever the data: constants and parameters
  std::set<std::string> parameters;  ///< those whose one value is in it

  bool impossible() const { return !can_be_missing && !can_be_present; }
  std::optional<double> single() const;
};

/// Whether values of the type have an order that Domain knows.
bool is_ordered(const value::Type& type);
/// Whether a Domain says of such values what texts they can be; `true` and `false` of booleans.
bool is_text(const value::Type& type);

Domain domain_of(const value::Value& value);
Domain missing_only();
/// What both allow; impossible where they have nothing in common.
Domain meet(const Domain& left, const Domain& right);
/// What either allows.
Domain join(const Domain& left, const Domain& right);
/// Takes one text out.
void exclude(Domain& domain, const std::string& text);
/// Marks what has no value left as not present.
void settle(Domain& domain);

/// `5 to 10`, `up to 2024-04-01`, `` `lead` or `co` ``, `missing`; empty where anything is
/// possible.
std::string describe(const Domain& domain, const value::Type& type);

}  // namespace remit::lint
