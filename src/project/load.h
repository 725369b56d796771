#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text/diagnostic.h"

namespace remit::project {

/// What a project file is called.
constexpr const char* kFileName = "remit.yaml";
/// As `as_of`: the day on which the program runs.
constexpr const char* kToday = "today";

/// What a project file says, in the words of the command line; what it does not say is empty. Paths
/// are seen from where we are.
struct Project {
  std::string file;
  std::vector<std::string> rules;
  std::string data;
  std::string as_of;                    ///< a date, or kToday
  std::vector<std::string> complete;    ///< `visits=2024-04-01`, or `visits` alone
  std::vector<std::string> parameters;  ///< `name=value`
  std::string home;
  std::vector<std::string> waivers;
  std::string baseline;
  std::vector<std::string> verdicts;
  std::string severity;
  std::string fail_on;
  std::string fail_on_new;
  bool fail_on_unknown = false;
  std::string max_unknown;
  std::string data_errors;
  std::vector<std::string> outputs;
  std::string summary;
  std::string threads;
};

/// Reads a project file. All mistakes are reported, each where it stands; nothing where there was
/// one.
std::optional<Project> load(text::SourcePtr file, text::Diagnostics& diagnostics);

}  // namespace remit::project
