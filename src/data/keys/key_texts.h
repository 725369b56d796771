#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remit::data {

/// How the keys of a table are written where all are a number after the same letters: equal keys
/// are then those with equal numbers.
struct KeyForm {
  std::string prefix;
  std::size_t width = 0;  ///< numbers of fewer digits have leading zeros

  /// The number of a key, or nothing where no key of this form is written so.
  std::optional<std::uint64_t> number(std::string_view key) const;
};

/// The keys of a table, one a row, in little room. They are held in chunks: of keys that are a
/// number after the same letters the first number where they count up by one, else the numbers;
/// other chunks as texts. Each text comes back exactly as it was.
class KeyTexts {
 public:
  static constexpr std::size_t kChunk = 256;

  void push_back(std::string_view text);
  /// Adds those of the next part of a table.
  void append(const KeyTexts& part);
  std::size_t size() const { return chunks_.size() * kChunk + open_.size; }

  /// The text of a row, perhaps put into `buffer`.
  std::string_view text(std::size_t row, std::string& buffer) const;

  /// The form of all of them, if they have one.
  std::optional<KeyForm> form() const;
  /// The number of a row; only where all have a form.
  std::uint64_t number(std::size_t row) const;

 private:
  static constexpr std::uint32_t kCounting = ~std::uint32_t{0};

  /// Keys of which some are written in another way than the others.
  struct Texts {
    std::string bytes;
    std::array<std::uint32_t, kChunk> ends{};
    std::string_view text(std::size_t i) const;
  };
  struct Chunk {
    std::uint64_t least = 0;             ///< of the numbers
    std::uint32_t place = kCounting;     ///< in numbers_, where they do not count up by one
    std::uint8_t prefix = 0;             ///< in prefixes_
    std::uint8_t width = 0;              ///< as of the form
    std::unique_ptr<const Texts> texts;  ///< instead of numbers
  };
  /// The chunk that is being filled.
  struct Open {
    std::size_t size = 0;
    std::uint8_t prefix = 0;
    std::unique_ptr<Texts> texts;
    std::array<std::uint64_t, kChunk> numbers{};
    std::array<std::uint8_t, kChunk> digits{};  ///< as written
  };

  bool push_number(std::string_view text);
  void push_number(std::uint64_t number, std::size_t digits);
  void push_text(std::string_view text);
  bool choose_prefix(std::string_view prefix);
  void close_if_full();
  void give_up_numbers();
  void append_chunk(const KeyTexts& part, const Chunk& chunk);
  std::optional<std::size_t> width_of_open() const;
  std::uint32_t keep_numbers(std::uint64_t least);

  std::vector<std::string> prefixes_;
  std::vector<Chunk> chunks_;
  std::vector<std::uint32_t> numbers_;  ///< above the least of their chunk
  Open open_;
};

}  // namespace remit::data
