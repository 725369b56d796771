#include <cmath>
#include <limits>

#include "engine/expression.h"
#include "engine/kernels/kernel.h"
#include "engine/tie_order.h"

namespace remit::engine::kernels {
namespace {

using value::Kind;
using Integer = std::int64_t;

/// A whole number as an integer, or nothing where it does not fit.
std::optional<Integer> whole(double number) {
  constexpr double kLimit = 9223372036854775808.0;  // 2^63
  if (!(number >= -kLimit && number < kLimit)) return std::nullopt;
  return static_cast<Integer>(number);
}

template <typename F>
Vector to_integer(const Vector& argument, F f) {
  return map_one<Integer, double>(Kind::kInteger, argument,
                                  [&](double number) { return whole(f(number)); });
}

std::optional<double> rounded(double number, Integer places) {
  if (places > 308 || places < -308) return std::nullopt;
  const double scale = std::pow(10.0, static_cast<double>(places));
  const double result = std::round(number * scale) / scale;
  if (!std::isfinite(result)) return std::nullopt;
  return result;
}

/// The least (or greatest) of the arguments; missing where one is, or where durations of two
/// families meet.
Vector extreme(const std::vector<Vector>& arguments, bool greatest) {
  Vector result = flatten(arguments.front());
  for (std::size_t a = 1; a < arguments.size(); ++a) {
    const Vector& next = arguments[a];
    Vector both = unknown_vector({result.kind, Kind::kError, result.table, {}}, result.size * 2);
    Indices left(result.size);
    Indices right(result.size);
    for (std::size_t i = 0; i < result.size; ++i) {
      left[i] = static_cast<std::uint32_t>(i);
      right[i] = static_cast<std::uint32_t>(result.size + i);
    }
    put(both, result, left);
    put(both, next, right);
    Indices chosen(result.size);
    Bitmap known = result.known;
    for (std::size_t i = 0; i < result.size; ++i) {
      if (!next.is_known(i)) known.clear(i);
      if (!known.get(i)) continue;
      const bool smaller = comes_before(both, right[i], left[i]);
      const bool larger = comes_before(both, left[i], right[i]);
      chosen[i] = (greatest ? larger : smaller) ? right[i] : left[i];
      if (both.kind == Kind::kDuration && both.of<value::Duration>()[left[i]].family !=
                                              both.of<value::Duration>()[right[i]].family) {
        known.clear(i);
      }
    }
    const Vector before = std::move(result);
    result = gather(both, chosen);
    result.known &= known;
    result.causes = nullptr;
    unite_causes(result, {&before, &next});
  }
  return result;
}

}  // namespace

Vector absolute(const std::vector<Vector>& arguments, Context&) {
  if (arguments[0].kind == Kind::kInteger) {
    return map_one<Integer, Integer>(Kind::kInteger, arguments[0],
                                     [](Integer number) -> std::optional<Integer> {
                                       if (number == std::numeric_limits<Integer>::min())
                                         return std::nullopt;
                                       return number < 0 ? -number : number;
                                     });
  }
  return map_one<double, double>(Kind::kNumber, arguments[0],
                                 [](double number) { return std::optional(std::fabs(number)); });
}

Vector round(const std::vector<Vector>& arguments, Context&) {
  if (arguments.size() == 1) {
    return to_integer(arguments[0], [](double number) { return std::round(number); });
  }
  return map_two<double, double, Integer>(Kind::kNumber, arguments[0], arguments[1], rounded);
}

Vector floor(const std::vector<Vector>& arguments, Context&) {
  return to_integer(arguments[0], [](double number) { return std::floor(number); });
}

Vector ceiling(const std::vector<Vector>& arguments, Context&) {
  return to_integer(arguments[0], [](double number) { return std::ceil(number); });
}

Vector min_of(const std::vector<Vector>& arguments, Context&) { return extreme(arguments, false); }
Vector max_of(const std::vector<Vector>& arguments, Context&) { return extreme(arguments, true); }

Vector coalesce(const std::vector<Vector>& arguments, Context&) {
  Vector result = flatten(arguments.front());
  for (std::size_t a = 1; a < arguments.size(); ++a) {
    Bitmap missing = result.known;
    missing.flip();
    const Indices indices = indices_of(missing);
    if (indices.empty()) break;
    const Vector before = result;
    result.causes = nullptr;
    put(result, gather(arguments[a], indices), indices);
    unite_causes(result, {&before});
  }
  return result;
}

}  // namespace remit::engine::kernels
