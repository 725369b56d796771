#include "privacy/pseudonyms.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

namespace remit::privacy {
namespace {

constexpr std::string_view kHead = "remit-pseudonyms-1 ";
constexpr std::string_view kStart = "P-";
/// Of Crockford's base 32: nothing that is taken for another letter, and no words.
constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLength = 16;
constexpr std::size_t kBits = 5;

using Hash = std::array<unsigned char, 32>;

Hash keyed_hash(const std::string& key, std::string_view purpose, std::string_view text) {
  const std::string whole = fmt::format("{}\n{}", purpose, text);
  Hash hash{};
  unsigned size = 0;
  const unsigned char* made =
      HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
           reinterpret_cast<const unsigned char*>(whole.data()), whole.size(), hash.data(), &size);
  if (made == nullptr || size != hash.size()) throw std::runtime_error("HMAC-SHA-256 failed");
  return hash;
}

std::string digits_of(const Hash& hash) {
  std::string text;
  unsigned held = 0;
  std::size_t bits = 0;
  for (std::size_t i = 0; text.size() < kLength; ++i) {
    held = (held << 8U) | hash[i];
    for (bits += 8; bits >= kBits && text.size() < kLength; bits -= kBits) {
      text += kDigits[(held >> (bits - kBits)) & 31U];
    }
    held &= (1U << bits) - 1U;
  }
  return text;
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::string Pseudonyms::of(const std::string& id) {
  const std::lock_guard lock(mutex_);
  std::string& name = known_[id];
  if (name.empty()) name = std::string(kStart) + digits_of(keyed_hash(key_, "id", id));
  return name;
}

std::string Pseudonyms::secret(std::string_view purpose) const {
  return digits_of(keyed_hash(key_, "secret", purpose));
}

bool Pseudonyms::is_pseudonym(std::string_view text) {
  return text.size() == kStart.size() + kLength && text.starts_with(kStart) &&
         std::all_of(text.begin() + kStart.size(), text.end(),
                     [](char c) { return kDigits.find(c) != std::string_view::npos; });
}

std::string new_key_file() {
  std::array<unsigned char, Pseudonyms::kKeySize> key{};
  if (RAND_bytes(key.data(), static_cast<int>(key.size())) != 1) {
    throw std::runtime_error("the machine gives no random numbers");
  }
  std::string text(kHead);
  for (const unsigned char byte : key) text += fmt::format("{:02x}", byte);
  return text + "\n";
}

std::optional<std::string> read_key_file(const std::string& path, std::string_view content,
                                         text::Diagnostics& diagnostics) {
  constexpr std::size_t kHexadecimal = 2 * Pseudonyms::kKeySize;
  std::string key;
  std::string_view digits = content;
  while (digits.ends_with('\n') || digits.ends_with('\r')) digits.remove_suffix(1);
  const bool headed = digits.starts_with(kHead);
  if (headed) digits.remove_prefix(kHead.size());
  for (std::size_t i = 0; headed && i + 1 < digits.size(); i += 2) {
    const int high = hexadecimal(digits[i]);
    const int low = hexadecimal(digits[i + 1]);
    if (high < 0 || low < 0) break;
    key += static_cast<char>(high * 16 + low);
  }
  if (headed && digits.size() == kHexadecimal && key.size() == Pseudonyms::kKeySize) return key;
  diagnostics.error("pseudonym-key", {},
                    fmt::format("`{}` is no file with a key for pseudonyms", path),
                    "make one with `remit pseudonyms --new-key FILE`; what people think of is no "
                    "key, for it can be guessed");
  return std::nullopt;
}

}  // namespace remit::privacy
