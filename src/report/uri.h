#pragma once

#include <string>

namespace remit::report {

/// A path as a reference: with `/`, and what may not stand in one in percent signs.
std::string uri_reference(const std::string& path);

}  // namespace remit::report
