#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace remit::report {

/// JSON text on one line, written part by part: for reports with so many findings that a tree of
/// each would cost more than the audit. What is written is what `json_text` gives of such a tree.
/// The caller pairs begin and end, and writes a key before each value of an object.
class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  /// A name that needs no escaping: those of our own schemas.
  void key(std::string_view name);

  void null();
  void truth(bool value);
  void integer(std::signed_integral auto value) { digits(value); }
  void integer(std::unsigned_integral auto value) { digits(value); }
  /// Null for what is not finite.
  void number(double value);
  void text(std::string_view value);
  /// What is JSON text already.
  void json(std::string_view value);

  const std::string& str() const { return text_; }
  void clear() { text_.clear(); }

 private:
  void open(char bracket);
  void close(char bracket);
  /// The comma between this and what stands before it.
  void separate();
  void digits(auto value) {
    separate();
    text_ += std::to_string(value);
  }

  std::string text_;
};

}  // namespace remit::report
