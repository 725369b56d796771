#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

// What the words of plain scalars mean in the core schema of YAML 1.2, without its octal and
// hexadecimal numbers, infinities and not-a-numbers, which nobody means in a rule.
namespace remit::yaml {

std::optional<bool> read_boolean(std::string_view text);
std::optional<std::int64_t> read_integer(std::string_view text);
std::optional<double> read_number(std::string_view text);

}  // namespace remit::yaml
