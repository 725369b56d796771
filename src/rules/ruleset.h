#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/model.h"
#include "rules/rule.h"
#include "text/diagnostic.h"

namespace remit::rules {

enum class Strength { kLaw, kStatutoryGuidance, kAdvice, kLocalPolicy, kArticle };

struct Source {
  std::string id;
  std::string title;
  std::string publisher;
  std::optional<value::Date> published;
  Strength strength = Strength::kLocalPolicy;
  std::string url;
  text::Location where;
};

/// One thing that a file changes in rules that came through `extends`.
struct Override {
  std::string rule;   ///< empty: all that came
  std::string key;    ///< `severity`, `parameters.NAME`
  std::string value;  ///< as it is written
  text::Location where;
  bool idle = false;  ///< what it says was so already
};

/// One file of the run, and what stands in it besides rules. The environment is the one that its
/// rules are evaluated with, unless an override gave a rule one of its own.
struct RuleFile {
  std::string path;
  std::string name;
  std::string version;
  std::string title;
  std::shared_ptr<const lang::Environment> environment;
  std::vector<Source> sources;
  std::vector<std::size_t> extends;  ///< indices in RuleSet::files, those named directly
  std::vector<Allowance> allow;      ///< of what stands outside of the rules
  std::vector<Override> overrides;   ///< but for parameters that it declares again
};

/// Everything that one run evaluates: the rules of all files given and of what they extend, over
/// one model. Rules are in the order of the files; ids are unique.
struct RuleSet {
  std::string name;
  std::string version;
  std::string title;
  std::shared_ptr<const model::Model> model;
  std::vector<Rule> rules;
  std::vector<Source> sources;
  std::vector<RuleFile> files;  ///< each once, in the order in which they were first named
};

/// Reads files by name; tests give their own.
class FileReader {
 public:
  virtual ~FileReader() = default;
  /// The file's bytes, or nothing where it cannot be read.
  virtual std::optional<std::string> read(const std::string& path) const = 0;
  /// The paths of all files in a folder and in the folders in it, in order of their names;
  /// nothing where there is no such folder. A reader without folders leaves it as it is.
  virtual std::optional<std::vector<std::string>> list(const std::string& folder) const;
  /// One spelling for all the paths that lead to one file.
  virtual std::string identity(const std::string& path) const;
};
class DiskReader : public FileReader {
 public:
  std::optional<std::string> read(const std::string& path) const override;
  std::optional<std::vector<std::string>> list(const std::string& folder) const override;
  std::string identity(const std::string& path) const override;
};

struct LoadOptions {
  /// Where the models, calendars and packs that remit ships are found by name:
  /// `<home>/schemas/models/NAME.yaml`, `<home>/rules/calendars/NAME.yaml`, `<home>/rules/NAME/`.
  std::string home;
  /// Values of parameters given from outside, as text: name to value.
  std::map<std::string, std::string> parameters;
};

/// Loads rule sets (files, folders of them, or names of packs that remit ships) with the models,
/// calendars and rule sets that they name, and checks everything. All mistakes of all files are
/// reported; nothing where there was an error.
///
/// A file is loaded once, however many name it. The rules of what a file extends come before its
/// own and keep their own parameters, sets, definitions and calendar; a parameter that the
/// extending file declares again (with the same type) has the new value for them too. Sources of
/// an extended file can be cited. `LoadOptions::parameters` come last, over everything.
std::optional<RuleSet> load(const std::vector<std::string>& paths, const LoadOptions& options,
                            const FileReader& reader, text::Diagnostics& diagnostics);

}  // namespace remit::rules
