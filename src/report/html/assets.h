#pragma once

#include <string_view>

// The files of this folder that go into each report as they are, put here when the program is
// built.
namespace remit::report::html {

extern const std::string_view kStyle;
extern const std::string_view kScript;
/// The SHA-256 of each in hexadecimal digits: by these the browser knows what may run.
extern const std::string_view kStyleHash;
extern const std::string_view kScriptHash;

}  // namespace remit::report::html
