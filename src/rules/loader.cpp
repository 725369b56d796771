#include "rules/loader.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/allow.h"
#include "rules/definitions.h"
#include "rules/names.h"
#include "rules/outside.h"
#include "rules/overrides.h"
#include "rules/parameters.h"
#include "rules/rule_reader.h"
#include "rules/sets.h"
#include "rules/sources.h"
#include "rules/whole_rules.h"
#include "text/nearest.h"

namespace remit::rules {
namespace {

void collect(const LoadedFile& file, std::vector<const LoadedFile*>& all) {
  for (const LoadedFile* extended : file.extended) {
    if (std::find(all.begin(), all.end(), extended) != all.end()) continue;
    all.push_back(extended);
    collect(*extended, all);
  }
}

std::vector<std::string> citable(const LoadedFile& file) {
  std::vector<std::string> ids;
  for (const Source& source : file.sources) ids.push_back(source.id);
  for (const LoadedFile* extended : all_extended(file)) {
    for (const Source& source : extended->sources) ids.push_back(source.id);
  }
  return ids;
}

}  // namespace

std::vector<const LoadedFile*> all_extended(const LoadedFile& file) {
  std::vector<const LoadedFile*> all;
  collect(file, all);
  return all;
}

Loader::Loader(const LoadOptions& options, const FileReader& reader, text::Diagnostics& diagnostics)
    : options_(options),
      reader_(reader),
      diagnostics_(diagnostics),
      models_(options, reader, diagnostics),
      calendars_(options, reader, diagnostics) {}

LoadedFile* Loader::load_file(const std::string& path, const text::Location& from) {
  const auto [known, inserted] = files_.try_emplace(reader_.identity(path));
  LoadedFile& file = known->second;
  if (!inserted) return &file;
  file.path = path;
  file.number = files_.size() - 1;
  const std::size_t errors = diagnostics_.errors();
  if (const auto content = reader_.read(path)) {
    auto source = std::make_shared<text::SourceFile>(path, *content);
    file.environment->file = source;
    if (const auto document = yaml::parse(source, diagnostics_)) read_file(*document, file);
  } else {
    diagnostics_.error("no-file", from, fmt::format("`{}` cannot be read", path),
                       "give the path of a rule file, of a folder of them, or the name of a pack");
  }
  file.loading = false;
  file.sound = diagnostics_.errors() == errors;
  return &file;
}

void Loader::read_file(const yaml::Node& document, LoadedFile& file) {
  yaml::Mapping keys(document, "a rule set", diagnostics_);
  if (document.kind != yaml::NodeKind::kMapping) return;
  read_header(keys, file);
  read_extends(keys, file);
  read_environment(keys, file);
  read_rules(keys, file);
  file.overrides = read_overrides(keys, file, {rules_, ids_, options_, diagnostics_});
  keys.finish();
}

void Loader::read_header(yaml::Mapping& keys, LoadedFile& file) {
  file.name = keys.required_text("ruleset").value_or("");
  file.version = keys.text("version").value_or("");
  file.title = keys.text("title").value_or("");
  file.allow = read_allow(keys, diagnostics_);
  if (const yaml::Node* model = keys.required("model")) {
    file.environment->model = models_.get(*model, file.path);
  }
  if (const yaml::Node* calendar = keys.optional("calendar")) {
    file.environment->calendar = calendars_.get(*calendar, file.path);
  }
}

void Loader::read_environment(yaml::Mapping& keys, LoadedFile& file) {
  lang::Environment& environment = *file.environment;
  file.sources = read_sources(keys, diagnostics_);
  add_sources(file.sources, sources_, diagnostics_);
  environment.parameters = read_parameters(keys, diagnostics_);
  apply_outside(options_.parameters, environment, diagnostics_);
  environment.sets = read_sets(keys, diagnostics_);
  read_definitions(keys, environment, diagnostics_);
}

void Loader::read_rules(yaml::Mapping& keys, LoadedFile& file) {
  const yaml::Node* rules =
      keys.optional("extends") ? keys.optional("rules") : keys.required("rules");
  if (!rules) return;
  if (rules->kind != yaml::NodeKind::kSequence) {
    diagnostics_.error("expected-list", rules->where, "`rules` is not a list of rules",
                       "start each rule with `- id: ...`");
    return;
  }
  RuleContext context{file.environment, citable(file), ids_, diagnostics_};
  for (const yaml::Node* node : whole_rules(*rules, diagnostics_)) {
    const yaml::Node* id = node->find("id");
    for (Rule& rule : read_rule(*node, context)) {
      rules_.push_back({std::move(rule), id ? id->scalar : "", &file, file.environment});
    }
  }
}

std::vector<RuleFile> Loader::finished_files() {
  std::vector<RuleFile> all(files_.size());
  for (auto& [identity, file] : files_) {
    RuleFile& finished = all[file.number];
    finished = {file.path,    file.name, file.version, file.title,    file.environment,
                file.sources, {},        file.allow,   file.overrides};
    for (const LoadedFile* extended : file.extended) finished.extends.push_back(extended->number);
  }
  return all;
}

std::optional<RuleSet> Loader::finish() {
  report_unknown_outside(options_.parameters, files_, diagnostics_);
  if (rules_.empty() && !diagnostics_.has_errors()) {
    diagnostics_.error("no-rules", {}, "there is no rule in what was given",
                       "give a rule file, a folder of them, or the name of a pack");
  }
  if (diagnostics_.has_errors()) return std::nullopt;
  RuleSet all;
  all.files = finished_files();
  all.name = all.files.front().name;
  all.version = all.files.front().version;
  all.title = all.files.front().title;
  all.model = models_.shared();
  all.sources = std::move(sources_);
  for (LoadedRule& loaded : rules_) {
    loaded.rule.environment = loaded.environment;
    loaded.rule.file = loaded.file->number;
    all.rules.push_back(std::move(loaded.rule));
  }
  return all;
}

}  // namespace remit::rules
