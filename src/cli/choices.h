#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Option.hpp>

// The words that an option takes, where they are few: kept with the option, so that a shell can
// offer them. Whoever reads the option says what is wrong with any other word.
namespace remit::cli {

CLI::Validator choices(const std::vector<std::string>& words);

/// Empty where the option takes any word.
std::vector<std::string> choices_of(CLI::Option& option);

/// Declares `--format` with a line for each of the formats, which have a name and say what they are
/// about; `otherwise` says what holds without it.
template <typename Formats>
CLI::Option* declare_format(CLI::App& app, std::string& word, const Formats& formats,
                            const std::string& otherwise) {
  std::string lines;
  std::vector<std::string> names;
  for (const auto& format : formats) {
    lines += fmt::format("{}: {}\n", format.name, format.about);
    names.emplace_back(format.name);
  }
  return app.add_option("--format", word, lines + "(by default " + otherwise + ")")
      ->check(choices(names))
      ->type_name("F");
}

}  // namespace remit::cli
