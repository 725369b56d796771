#pragma once

#include <map>
#include <memory>
#include <string>

#include "model/model.h"
#include "rules/ruleset.h"
#include "yaml/node.h"

namespace remit::rules {

/// The models that rule sets name. All rule sets of one run are evaluated on one data set, so
/// they must all be written against one model.
class Models {
 public:
  Models(const LoadOptions& options, const FileReader& reader, text::Diagnostics& diagnostics)
      : options_(options), reader_(reader), diagnostics_(diagnostics) {}

  /// The model that a rule set's `model` means; null (with an error) where there is none, or
  /// another one than the rule sets before have.
  std::shared_ptr<const model::Model> get(const yaml::Node& reference, const std::string& from);
  /// The one model of the run; null before the first.
  const std::shared_ptr<const model::Model>& shared() const { return shared_; }

 private:
  struct Loaded {
    std::shared_ptr<const model::Model> model;  ///< null where it could not be loaded
    std::string content;
  };
  std::string path_of(const yaml::Node& reference, const std::string& name,
                      const std::string& from) const;
  const Loaded* load(const yaml::Node& reference, const std::string& name, const std::string& path);
  bool check_version(const yaml::Node& reference, const std::string& name,
                     const std::string& version, const model::Model& model);
  std::shared_ptr<const model::Model> agree(const yaml::Node& reference, const Loaded& loaded);

  const LoadOptions& options_;
  const FileReader& reader_;
  text::Diagnostics& diagnostics_;
  std::map<std::string, Loaded> loaded_;  ///< by identity of the file
  std::shared_ptr<const model::Model> shared_;
  std::string shared_content_;
  text::Location shared_where_;
};

}  // namespace remit::rules
