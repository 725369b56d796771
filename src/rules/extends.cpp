#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "rules/loader.h"
#include "rules/references.h"
#include "text/nearest.h"

namespace remit::rules {
namespace {

namespace fs = std::filesystem;

/// Whether a file below a folder can be one of its rule files: what lies under `tests`,
/// `calendars` or a hidden folder is not.
bool may_have_rules(const std::string& path, const std::string& folder) {
  if (!is_yaml(path)) return false;
  const fs::path inside = fs::path(path).lexically_relative(folder);
  return std::none_of(inside.begin(), inside.end(), [](const fs::path& part) {
    const std::string name = part.string();
    return name == "tests" || name == "calendars" || (name.starts_with('.') && name != "..");
  });
}

/// Whether a file says of itself that it is something else: a model, a calendar, or waivers.
/// Anything not recognised is taken for rules, so that a mistake in its first lines is reported.
bool is_something_else(const std::string& content) {
  text::Diagnostics ignored;
  const auto document = yaml::parse(std::make_shared<text::SourceFile>("", content), ignored);
  if (!document || document->find("ruleset") || document->find("rules")) return false;
  const bool calendar = document->find("calendar") && document->find("covers");
  const bool model = document->find("model") && document->find("resources");
  const bool waivers = document->kind == yaml::NodeKind::kSequence || document->find("waivers");
  return calendar || model || waivers;
}

}  // namespace

std::string Loader::pack_path(const std::string& name) const {
  return packs_folder(options_.home) + "/" + name;
}

std::string Loader::pack_help(const std::string& name) const {
  const std::string help = text::did_you_mean(name, pack_names(options_.home, reader_));
  return help.empty() ? "give the path of a rule file or of a folder of them" : help;
}

std::vector<std::string> Loader::files_of(const std::string& path) const {
  const auto inside = reader_.list(path);
  if (!inside) return reader_.read(path) ? std::vector{path} : std::vector<std::string>{};
  std::vector<std::string> files;
  for (const std::string& file : *inside) {
    if (!may_have_rules(file, path)) continue;
    const auto content = reader_.read(file);
    if (!content || !is_something_else(*content)) files.push_back(file);
  }
  return files;
}

void Loader::load_given(const std::string& path) {
  std::vector<std::string> files = files_of(path);
  const bool exists = !files.empty() || reader_.list(path);
  if (files.empty() && !is_path(path)) files = files_of(pack_path(path));
  if (files.empty() && !is_path(path)) files = files_of(pack_path(path) + ".yaml");
  for (const std::string& file : files) load_file(file, {});
  if (!files.empty()) return;
  if (exists) {
    diagnostics_.error("no-rules", {}, fmt::format("there is no rule file in `{}`", path),
                       "rule files end in `.yaml` and start with `ruleset: NAME`");
    return;
  }
  diagnostics_.error(
      "no-file", {}, fmt::format("there are no rules at `{}`", path),
      is_path(path) ? "give the path of a rule file or of a folder of them" : pack_help(path));
}

void Loader::read_extends(yaml::Mapping& keys, LoadedFile& file) {
  const yaml::Node* extends = keys.optional("extends");
  if (!extends) return;
  if (extends->kind != yaml::NodeKind::kSequence) {
    extend(*extends, file);
    return;
  }
  for (const yaml::Node& reference : extends->items) extend(reference, file);
}

void Loader::extend(const yaml::Node& reference, LoadedFile& file) {
  const auto name = yaml::as_text(reference, "a rule set of `extends`", diagnostics_);
  file.extends_sound = file.extends_sound && name.has_value();
  if (!name) return;
  std::vector<std::string> paths;
  if (is_path(*name)) {
    paths = files_of(beside(file.path, *name));
  } else {
    paths = files_of(pack_path(*name));
    if (paths.empty()) paths = files_of(pack_path(*name) + ".yaml");
  }
  if (paths.empty()) {
    file.extends_sound = false;
    diagnostics_.error(
        "no-ruleset", reference.where, fmt::format("there are no rules at `{}`", *name),
        is_path(*name) ? fmt::format("`{}` could not be read; a path is seen from the folder of "
                                     "this file",
                                     beside(file.path, *name))
                       : pack_help(*name));
  }
  for (const std::string& path : paths) {
    LoadedFile* extended = load_file(path, reference.where);
    if (extended->loading) {
      diagnostics_.error("extends-cycle", reference.where,
                         fmt::format("`{}` comes to extend itself", extended->path),
                         "take one of the files out of the circle");
      file.extends_sound = false;
      continue;
    }
    file.extended.push_back(extended);
  }
}

}  // namespace remit::rules
