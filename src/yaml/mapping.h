#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yaml/node.h"

namespace remit::yaml {

/// Reads one mapping strictly: each key is asked for by name, and `finish` reports every key that
/// nobody asked for (with the nearest known one) and every required one that is missing. A node
/// that is no mapping is reported once, and everything then reads as absent.
class Mapping {
 public:
  /// `what` names the mapping in messages: "a rule", "a field".
  Mapping(const Node& node, std::string what, text::Diagnostics& diagnostics);
  ~Mapping();
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  const text::Location& where() const { return node_.where; }
  /// Where the key stands, or the mapping itself where it is absent.
  text::Location key_where(std::string_view key) const;

  /// The value of a key, or null; an explicit empty value counts as absent for these two.
  const Node* optional(std::string_view key);
  /// As `optional`, and `finish` reports it where it is absent.
  const Node* required(std::string_view key);

  /// Scalars, each an error (and nothing) where the value has another form.
  std::optional<std::string> text(std::string_view key);
  std::optional<std::string> required_text(std::string_view key);
  std::optional<bool> boolean(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key);
  std::optional<double> number(std::string_view key);
  /// The index of the word among `words`; an error that lists them for any other.
  std::optional<std::size_t> word(std::string_view key, const std::vector<std::string>& words);
  /// A sequence of scalars, or one scalar for a list of one.
  std::vector<std::string> texts(std::string_view key);

  /// Another word for a key: where it stands and the key does not, the key is what was meant.
  void add_synonym(std::string word, std::string key);

  /// Whether an unknown key stands there that is likely to mean this one, which is absent.
  bool is_misspelt(const std::string& key) const;

  /// Reports unknown keys, and required ones that are missing; called by the destructor where
  /// nobody called it.
  void finish();

 private:
  std::string name_of(std::string_view key) const;
  void report_unknown(const Entry& entry);
  std::optional<std::string> meant_by(const std::string& word,
                                      const std::vector<std::string>& open) const;

  const Node& node_;
  std::string what_;
  text::Diagnostics& diagnostics_;
  std::vector<std::string> asked_;
  std::vector<std::string> missing_;
  std::vector<std::pair<std::string, std::string>> synonyms_;
  bool finished_ = false;
};

/// A scalar outside of a mapping, with the same errors. `what` names the value in messages.
std::optional<std::string> as_text(const Node& node, std::string_view what,
                                   text::Diagnostics& diagnostics);

/// The number of an unquoted scalar, or nothing, without an error.
std::optional<std::int64_t> as_integer(const Node& node);
std::optional<double> as_number(const Node& node);

}  // namespace remit::yaml
