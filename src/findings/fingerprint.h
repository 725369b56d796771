#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rules/outcome.h"

namespace remit::findings {

/// A 128-bit hash.
struct Fingerprint {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const Fingerprint&) const = default;
};

/// 32 lower-case hexadecimal digits.
std::string to_string(const Fingerprint& fingerprint);

/// FNV-1a in its 128-bit form, over the bytes of the text.
Fingerprint fnv1a(std::string_view text);

/// The fingerprint of a finding: the same in every run as long as rule, subject, verdict and the
/// start of the period (or, of what is due, the date) stay the same, whatever becomes of message,
/// evidence, severity and the end of the period. It is fnv1a of these texts one after the other,
/// each as its length in bytes, a colon and its bytes: rule id, entity, key, the verdict's word,
/// the date as YYYY-MM-DD (empty without one).
Fingerprint fingerprint(std::string_view rule, const rules::Outcome& outcome);

}  // namespace remit::findings
