#pragma once

#include <string>
#include <vector>

#include "rules/ruleset.h"

// How rule sets name other files: by a path from where they stand, or by the name of something
// that remit ships.
namespace remit::rules {

/// Whether a reference is a path rather than a name: it has a separator, starts with a dot or
/// ends like a YAML file.
bool is_path(const std::string& reference);
/// Whether a file is YAML by its name.
bool is_yaml(const std::string& path);
/// A path that is written in `file`, seen from where we are.
std::string beside(const std::string& file, const std::string& reference);
/// The last part of a path without its ending.
std::string stem(const std::string& path);

/// Folders of what remit ships.
std::string models_folder(const std::string& home);
std::string calendars_folder(const std::string& home);
std::string packs_folder(const std::string& home);

/// The names of the YAML files of a folder, for suggestions.
std::vector<std::string> names_in(const std::string& folder, const FileReader& reader);
/// The names of the packs that remit ships, for suggestions.
std::vector<std::string> pack_names(const std::string& home, const FileReader& reader);

}  // namespace remit::rules
