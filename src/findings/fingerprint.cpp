#include "findings/fingerprint.h"

#include <fmt/format.h>

#include "findings/verdict.h"

namespace remit::findings {
namespace {

// The prime is 2^88 + 0x13b; the product modulo 2^128 is made of 64-bit pieces.
constexpr std::uint64_t kPrimeLow = 0x13b;
constexpr unsigned kPrimeShift = 88 - 64;
constexpr Fingerprint kOffset{0x6c62272e07bb0142, 0x62b821756295c58d};

Fingerprint times_prime(Fingerprint hash) {
  const std::uint64_t bottom = (hash.low & 0xffffffff) * kPrimeLow;
  const std::uint64_t top = (hash.low >> 32) * kPrimeLow + (bottom >> 32);
  const std::uint64_t carry = top >> 32;
  return {hash.high * kPrimeLow + carry + (hash.low << kPrimeShift),
          (top << 32) | (bottom & 0xffffffff)};
}

void append(std::string& text, std::string_view part) {
  text += std::to_string(part.size());
  text += ':';
  text += part;
}

std::string start(const rules::Outcome& outcome) {
  if (outcome.period) return value::to_string(outcome.period->from);
  return outcome.due ? value::to_string(*outcome.due) : "";
}

}  // namespace

std::string to_string(const Fingerprint& fingerprint) {
  return fmt::format("{:016x}{:016x}", fingerprint.high, fingerprint.low);
}

Fingerprint fnv1a(std::string_view text) {
  Fingerprint hash = kOffset;
  for (const char byte : text) {
    hash.low ^= static_cast<unsigned char>(byte);
    hash = times_prime(hash);
  }
  return hash;
}

Fingerprint fingerprint(std::string_view rule, const rules::Outcome& outcome) {
  std::string text;
  text.reserve(128);
  append(text, rule);
  append(text, outcome.subject.entity);
  append(text, outcome.subject.key);
  append(text, word(outcome.verdict));
  append(text, start(outcome));
  return fnv1a(text);
}

}  // namespace remit::findings
