#pragma once

#include <string>

namespace remit::book {

/// An address that can stand in a link: an anchor of the page, or one of the web or of a mail,
/// with everything in it that could end the link written as a code. Empty for any other, such as
/// a script.
std::string safe_address(const std::string& target);

}  // namespace remit::book
