#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/model.h"

namespace remit::data {

// What the types read, exactly: no spaces around, no thousands separators, a point for decimals.

/// Digits with an optional sign; nothing outside of 64 bits.
std::optional<std::int64_t> parse_integer(std::string_view text);
/// Decimal or scientific; neither infinity nor NaN. A negative zero is zero.
std::optional<double> parse_number(std::string_view text);
/// One of the field's words for true or false.
std::optional<bool> parse_boolean(std::string_view text, const model::Field& field);
/// `YYYY-MM-DD`; with `datetime` also an ISO time stamp (`T` or a space, seconds, fraction and
/// offset optional), of which the date is taken as written. As days since 1970-01-01.
std::optional<std::int32_t> parse_day(std::string_view text, bool datetime);
/// What may follow the date of a time stamp: `T10:00`, ` 10:00:00.25+01:00`, `T10:00:00Z`.
bool is_time_of_day(std::string_view text);

/// Without the spaces (also no-break ones) around it.
std::string_view trimmed(std::string_view text);

}  // namespace remit::data
