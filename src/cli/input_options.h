#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>

#include "remit/audit.h"
#include "text/diagnostic.h"

// What every command that judges data takes: rules, data, a day, and what goes with them.
namespace remit::cli {

struct InputWords {
  std::vector<std::string> rules;
  std::string data;
  std::string as_of;
  std::vector<std::string> complete;
  std::vector<std::string> parameters;
  std::vector<std::string> waivers;
  std::string home;
  bool show_personal = false;
  std::string pseudonyms;
  std::string project;           ///< a project file; empty for the nearest one
  bool project_applied = false;  ///< what the project says is in the words already
};

/// The heading under which the help lists options about rules.
constexpr std::string_view kRulesGroup = "Which rules, and how strict";

/// The heading under which it lists options about what is shown.
constexpr std::string_view kPrivacyGroup = "What is kept from readers";

/// An unset variable of a shell must not turn an option off without a word.
CLI::Validator not_empty();

/// What to judge: rules, data and day, from when on the data are complete, and what of them is
/// shown.
void declare_input(CLI::App& app, InputWords& words);
/// Parameters, and where packs are found.
void declare_rules(CLI::App& app, InputWords& words);
/// Decisions to bear breaches.
void declare_waivers(CLI::App& app, InputWords& words);

/// Pseudonyms in the place of ids.
void declare_pseudonyms(CLI::App& app, InputWords& words);
/// The key for pseudonyms in a file; nothing (and an error) where there is none. A warning where
/// others can read it.
std::optional<std::string> read_key(const std::string& path, text::Diagnostics& diagnostics);

/// The words, and what they leave open from the project file. Errors where a word is wrong or one
/// is missing that must be there.
void read_input(const InputWords& given, Request& request, text::Diagnostics& diagnostics);

/// An error where an option would write over something that is read; an empty target is standard
/// output.
void check_target(const std::string& target, const std::string& option, const InputWords& words,
                  text::Diagnostics& diagnostics);

}  // namespace remit::cli
