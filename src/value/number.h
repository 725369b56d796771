#pragma once

namespace remit::value {

/// What a calculation with decimal fractions comes to: the number with at most nine decimals (or
/// fewer, of numbers of a million and more) that a result differs from only by the rounding of
/// binary fractions, so that 0.1 + 0.2 is 0.3. Any other number, such as a third, stays as it is.
double to_decimal(double number);

}  // namespace remit::value
