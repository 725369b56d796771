#pragma once

#include <string>
#include <string_view>

namespace remit::report {

/// The text without what XML 1.0 has no way to write: control characters but tabs and line breaks,
/// two code points that are none, and bytes that are no UTF-8. Each becomes U+FFFD.
std::string xml_characters(std::string_view text);

/// Any text as the text of an element, or of an attribute in double quotes. White space but blanks
/// is kept from being folded by a reader.
std::string xml_text(std::string_view text);
std::string xml_attribute(std::string_view text);

/// An attribute of type xs:token: on one line, single blanks between words, `-` for nothing.
std::string xml_token(std::string_view text);

}  // namespace remit::report
