#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <absl/container/flat_hash_map.h>

#include "text/diagnostic.h"

namespace remit::privacy {

/// Names that stand for ids: the same for the same id and key, and without the key nobody can tell
/// which id a name stands for, nor make the name of an id.
class Pseudonyms {
 public:
  /// The bytes of a key.
  static constexpr std::size_t kKeySize = 32;

  explicit Pseudonyms(std::string key) : key_(std::move(key)) {}

  /// `P-` and 16 letters and digits: 80 bits of an HMAC-SHA-256 of the id. Those of ids are
  /// remembered. Several threads may ask.
  std::string of(const std::string& id);
  /// A text that only the holder of the key can know, for a purpose.
  std::string secret(std::string_view purpose) const;

  static bool is_pseudonym(std::string_view text);

 private:
  std::string key_;
  std::mutex mutex_;
  absl::flat_hash_map<std::string, std::string> known_;
};

/// The content of a file with a new key.
std::string new_key_file();
/// The key in the content of such a file. An error (and nothing) where it is none.
std::optional<std::string> read_key_file(const std::string& path, std::string_view content,
                                         text::Diagnostics& diagnostics);

}  // namespace remit::privacy
