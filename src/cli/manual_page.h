#pragma once

#include <ostream>

#include <CLI/App.hpp>

namespace remit::cli {

/// The manual page of the program and all its commands, in the language of `man`.
void write_manual_page(CLI::App& program, std::ostream& out);

}  // namespace remit::cli
