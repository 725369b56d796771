#include "rules/models.h"

#include <fmt/format.h>

#include "model/load.h"
#include "rules/references.h"
#include "text/nearest.h"
#include "yaml/mapping.h"

namespace remit::rules {
namespace {

std::string with_version(const model::Model& model) {
  return fmt::format("{}@{}", model.name, model.version);
}

}  // namespace

std::shared_ptr<const model::Model> Models::get(const yaml::Node& reference,
                                                const std::string& from) {
  const auto text = yaml::as_text(reference, "`model`", diagnostics_);
  if (!text) return nullptr;
  const std::size_t at = text->rfind('@');
  const bool by_path = is_path(*text);
  const std::string name = by_path ? *text : text->substr(0, at);
  const Loaded* loaded = load(reference, name, path_of(reference, name, from));
  if (!loaded || !loaded->model) return nullptr;
  if (!by_path) {
    const std::string version = at == std::string::npos ? "" : text->substr(at + 1);
    if (!check_version(reference, name, version, *loaded->model)) return nullptr;
  }
  return agree(reference, *loaded);
}

std::string Models::path_of(const yaml::Node& reference, const std::string& name,
                            const std::string& from) const {
  if (is_path(reference.scalar)) return beside(from, name);
  return models_folder(options_.home) + "/" + name + ".yaml";
}

const Models::Loaded* Models::load(const yaml::Node& reference, const std::string& name,
                                   const std::string& path) {
  const std::string identity = reader_.identity(path);
  if (const auto known = loaded_.find(identity); known != loaded_.end()) return &known->second;
  const auto content = reader_.read(path);
  if (!content && is_path(reference.scalar)) {
    diagnostics_.error("no-model", reference.where, fmt::format("no model at `{}`", name),
                       fmt::format("`{}` could not be read; a path is seen from the folder of this "
                                   "file",
                                   path));
    return nullptr;
  }
  if (!content) {
    diagnostics_.error("no-model", reference.where, fmt::format("no model is called `{}`", name),
                       text::did_you_mean(name, names_in(models_folder(options_.home), reader_)));
    return nullptr;
  }
  auto model = model::load(std::make_shared<text::SourceFile>(path, *content), diagnostics_);
  Loaded loaded{nullptr, *content};
  if (model) loaded.model = std::make_shared<const model::Model>(std::move(*model));
  return &loaded_.emplace(identity, std::move(loaded)).first->second;
}

bool Models::check_version(const yaml::Node& reference, const std::string& name,
                           const std::string& version, const model::Model& model) {
  const std::string help = fmt::format("write `model: {}@{}`", name, model.version);
  if (version.empty()) {
    diagnostics_.error("model-version", reference.where,
                       fmt::format("`{}` does not say which version of the model is meant", name),
                       help);
  } else if (version != std::to_string(model.version)) {
    diagnostics_.error(
        "model-version", reference.where,
        fmt::format("the model `{}` is at version {}, not `{}`", name, model.version, version),
        help + " once the rules fit it");
  } else {
    return true;
  }
  return false;
}

std::shared_ptr<const model::Model> Models::agree(const yaml::Node& reference,
                                                  const Loaded& loaded) {
  if (!shared_) {
    shared_ = loaded.model;
    shared_content_ = loaded.content;
    shared_where_ = reference.where;
  }
  if (loaded.model == shared_ || loaded.content == shared_content_) return shared_;
  const std::string mine = with_version(*loaded.model);
  const std::string other = with_version(*shared_);
  const std::string difference =
      mine == other ? fmt::format("two different files both say that they are `{}`", mine)
                    : fmt::format(
                          "this rule set is written against `{}`, another one of this run "
                          "against `{}`",
                          mine, other);
  diagnostics_
      .error("models-differ", reference.where, difference,
             "all rule sets of one run must use the same model; check them in two runs")
      .notes.push_back({"the other model is named here", shared_where_});
  return nullptr;
}

}  // namespace remit::rules
