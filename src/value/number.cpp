#include "value/number.h"

#include <cmath>
#include <limits>

namespace remit::value {
namespace {

/// Ten to the power of the decimals that a double of this size is sure to hold; 0 for none.
double scale_of(double size) {
  if (size < 1e6) return 1e9;
  if (size < 1e9) return 1e6;
  if (size < 1e12) return 1e3;
  return 0;
}

/// So many units in the last place a calculation may be off.
constexpr double kNoise = 8 * std::numeric_limits<double>::epsilon();

}  // namespace

double to_decimal(double number) {
  const double scale = scale_of(std::fabs(number));
  if (scale == 0) return number;
  const double near = std::round(number * scale) / scale;
  return std::fabs(near - number) <= kNoise * std::fabs(number) ? near : number;
}

}  // namespace remit::value
