#pragma once

#include <span>
#include <string>
#include <vector>

#include <CLI/App.hpp>

namespace remit::cli {

/// A word that can stand next on the command line.
struct Candidate {
  std::string word;
  std::string about;  ///< one line; may be empty
};

/// What can stand where the last word is being typed.
struct Completion {
  std::vector<Candidate> candidates;  ///< those that begin with what was typed
  bool files = false;                 ///< files, and folders on the way to them, besides
  bool folders = false;               ///< folders besides
};

/// `words` are those after `remit`; the last one, which may be empty, is being typed.
Completion complete(CLI::App& program, std::span<const std::string> words);

}  // namespace remit::cli
