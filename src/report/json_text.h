#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace remit::report {

/// Members stay in the order in which they were added.
using Json = nlohmann::ordered_json;

/// The document as text: on one line, or (`indent` of 0 or more) laid out. Whatever the strings
/// hold, the text is valid UTF-8 without control characters: what is no UTF-8 becomes U+FFFD, and
/// DEL and the C1 controls, which JSON would let through to a terminal, are escaped.
std::string json_text(const Json& document, int indent = -1);

}  // namespace remit::report
