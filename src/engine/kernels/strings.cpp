#include <algorithm>
#include <limits>
#include <string>

#include "engine/expression.h"
#include "engine/kernels/kernel.h"

namespace remit::engine::kernels {
namespace {

using value::Kind;
using Integer = std::int64_t;

/// Strings in, a string out, element by element; texts that come again get the same code.
template <typename F>
Vector make_strings(const std::vector<Vector>& arguments, F f) {
  const std::size_t size = arguments.front().size;
  Vector result = unknown_vector(Kind::kString, size);
  auto dictionary = std::make_shared<data::Dictionary>();
  for (std::size_t i = 0; i < size; ++i) {
    const bool all = std::all_of(arguments.begin(), arguments.end(),
                                 [i](const Vector& argument) { return argument.is_known(i); });
    if (!all) continue;
    result.of<std::int32_t>()[i] = dictionary->add(f(i));
    result.known.set(i);
  }
  result.dictionary = std::move(dictionary);
  for (const Vector& argument : arguments) unite_causes(result, {&argument});
  return result;
}

std::string_view text_at(const Vector& vector, std::size_t i, std::string& buffer) {
  return vector.dictionary->text(vector.of<std::int32_t>()[vector.at(i)], buffer);
}

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char raised(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string mapped(std::string_view text, char (*f)(char)) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), f);
  return result;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const auto first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
}

/// Whether a byte begins a character of UTF-8.
bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

/// The characters at the positions first..last, counted from 1; what lies outside is left out.
std::string characters(std::string_view text, Integer first, Integer last) {
  std::string result;
  Integer position = 0;
  for (const char c : text) {
    if (begins_character(c)) ++position;
    if (first <= position && position <= last) result += c;
  }
  return result;
}

constexpr Integer kNoLast = std::numeric_limits<Integer>::max();

/// The position of the last of `count` characters from `first` on.
Integer last_of(Integer first, Integer count) {
  if (count <= 0) return std::numeric_limits<Integer>::min();
  Integer last = 0;
  return __builtin_add_overflow(first, count - 1, &last) ? kNoLast : last;
}

Integer integer_at(const Vector& vector, std::size_t i) {
  return vector.of<Integer>()[vector.at(i)];
}

template <typename F>
Vector ask_strings(const std::vector<Vector>& arguments, F f) {
  std::string one;
  std::string other;
  return map_two<bool, std::int32_t, std::int32_t>(
      Kind::kBoolean, arguments[0], arguments[1], [&](std::int32_t a, std::int32_t b) {
        return std::optional(
            f(arguments[0].dictionary->text(a, one), arguments[1].dictionary->text(b, other)));
      });
}

}  // namespace

Vector lower(const std::vector<Vector>& arguments, Context&) {
  std::string buffer;
  return make_strings(
      arguments, [&](std::size_t i) { return mapped(text_at(arguments[0], i, buffer), lowered); });
}

Vector upper(const std::vector<Vector>& arguments, Context&) {
  std::string buffer;
  return make_strings(
      arguments, [&](std::size_t i) { return mapped(text_at(arguments[0], i, buffer), raised); });
}

Vector trim(const std::vector<Vector>& arguments, Context&) {
  std::string buffer;
  return make_strings(arguments,
                      [&](std::size_t i) { return trimmed(text_at(arguments[0], i, buffer)); });
}

Vector string_length(const std::vector<Vector>& arguments, Context&) {
  std::string buffer;
  return map_one<Integer, std::int32_t>(Kind::kInteger, arguments[0], [&](std::int32_t code) {
    const std::string_view text = arguments[0].dictionary->text(code, buffer);
    return std::optional<Integer>(std::count_if(text.begin(), text.end(), begins_character));
  });
}

Vector starts_with(const std::vector<Vector>& arguments, Context&) {
  return ask_strings(arguments, [](std::string_view text, std::string_view start) {
    return text.starts_with(start);
  });
}

Vector ends_with(const std::vector<Vector>& arguments, Context&) {
  return ask_strings(
      arguments, [](std::string_view text, std::string_view end) { return text.ends_with(end); });
}

Vector substring(const std::vector<Vector>& arguments, Context&) {
  std::string buffer;
  return make_strings(arguments, [&](std::size_t i) {
    const Integer first = integer_at(arguments[1], i);
    const bool bounded = arguments.size() > 2;
    const Integer last = bounded ? last_of(first, integer_at(arguments[2], i)) : kNoLast;
    return characters(text_at(arguments[0], i, buffer), first, last);
  });
}

Vector concat(const std::vector<Vector>& arguments, Context&) {
  std::string buffer;
  return make_strings(arguments, [&](std::size_t i) {
    std::string result;
    for (const Vector& argument : arguments) result += text_at(argument, i, buffer);
    return result;
  });
}

}  // namespace remit::engine::kernels
