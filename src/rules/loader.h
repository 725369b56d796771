#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "rules/calendar.h"
#include "rules/context.h"
#include "rules/models.h"
#include "rules/ruleset.h"
#include "yaml/mapping.h"

namespace remit::rules {

/// A file of the run. Files are known by their identity, so that one that many name is loaded
/// once.
struct LoadedFile {
  std::string path;
  std::size_t number = 0;  ///< in the order in which files were first named
  std::string name;
  std::string version;
  std::string title;
  bool loading = true;                ///< still open: to extend it now would be a cycle
  bool sound = true;                  ///< it, and what it extends, could be read without errors
  bool extends_sound = true;          ///< everything that it extends was found
  std::vector<LoadedFile*> extended;  ///< directly
  std::vector<Source> sources;
  std::vector<Allowance> allow;
  std::vector<Override> overrides;
  std::shared_ptr<lang::Environment> environment = std::make_shared<lang::Environment>();
};

/// A rule of the run, with the environment that overrides can still change and the id that
/// overrides know it by: its own, or that of the table whose line it is.
struct LoadedRule {
  Rule rule;
  std::string table_id;
  const LoadedFile* file = nullptr;
  std::shared_ptr<lang::Environment> environment;
};

/// Loads all files of a run into one list of rules.
class Loader {
 public:
  Loader(const LoadOptions& options, const FileReader& reader, text::Diagnostics& diagnostics);

  /// A path given from outside: a file, a folder, or the name of a pack.
  void load_given(const std::string& path);
  /// Everything together; nothing where there was an error.
  std::optional<RuleSet> finish();

 private:
  // loader.cpp
  LoadedFile* load_file(const std::string& path, const text::Location& from);
  void read_file(const yaml::Node& document, LoadedFile& file);
  void read_header(yaml::Mapping& keys, LoadedFile& file);
  void read_environment(yaml::Mapping& keys, LoadedFile& file);
  void read_rules(yaml::Mapping& keys, LoadedFile& file);

  // extends.cpp
  void read_extends(yaml::Mapping& keys, LoadedFile& file);
  void extend(const yaml::Node& reference, LoadedFile& file);
  /// The rule files that a path or the name of a pack stands for; empty where there is none.
  std::vector<std::string> files_of(const std::string& path) const;
  std::string pack_path(const std::string& name) const;
  std::string pack_help(const std::string& name) const;

  std::vector<RuleFile> finished_files();

  const LoadOptions& options_;
  const FileReader& reader_;
  text::Diagnostics& diagnostics_;
  Models models_;
  Calendars calendars_;
  std::map<std::string, LoadedFile> files_;  ///< by identity
  std::vector<LoadedRule> rules_;
  std::vector<Source> sources_;
  RuleIds ids_;
};

/// All files that a file extends, also through others, each once.
std::vector<const LoadedFile*> all_extended(const LoadedFile& file);

}  // namespace remit::rules
