#pragma once

#include <string>

namespace remit::test {

/// The text of a block of an HTML report, which is JSON; fails where it has none of this name.
std::string html_block(const std::string& html, const std::string& id);

/// All that an HTML report says: the page without style, script and policy, its blocks unpacked.
std::string html_text(const std::string& html);

}  // namespace remit::test
