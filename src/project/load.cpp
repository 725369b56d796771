#include "project/load.h"

#include <charconv>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "model/read_values.h"
#include "rules/references.h"
#include "yaml/mapping.h"

namespace remit::project {
namespace {

constexpr const char* kAlways = "always";

class Loader {
 public:
  Loader(std::string path, text::Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    project_.file = std::move(path);
  }

  Project load(const yaml::Node& document) {
    yaml::Mapping keys(document, "a project", diagnostics_);
    read_input(keys);
    read_listing(keys);
    read_outputs(keys);
    if (const yaml::Node* thresholds = keys.optional("thresholds")) read_thresholds(*thresholds);
    keys.finish();
    return std::move(project_);
  }

 private:
  void read_input(yaml::Mapping& keys);
  void read_listing(yaml::Mapping& keys);
  void read_outputs(yaml::Mapping& keys);
  void read_thresholds(const yaml::Node& node);
  std::string read_as_of(yaml::Mapping& keys);
  std::vector<std::string> read_complete(yaml::Mapping& keys);
  std::vector<std::string> read_parameters(yaml::Mapping& keys);
  std::string read_percent(yaml::Mapping& keys, const std::string& key);
  std::string read_word(yaml::Mapping& keys, const std::string& key,
                        const std::vector<std::string>& words) {
    const auto index = keys.optional(key) ? keys.word(key, words) : std::nullopt;
    return index ? words[*index] : "";
  }

  std::string path(const std::string& written) const {
    return written.empty() ? "" : rules::beside(project_.file, written);
  }
  std::string read_path(yaml::Mapping& keys, const std::string& key) {
    return path(keys.text(key).value_or(""));
  }
  std::vector<std::string> read_paths(yaml::Mapping& keys, const std::string& key) {
    std::vector<std::string> paths = keys.texts(key);
    for (std::string& each : paths) each = path(each);
    return paths;
  }

  Project project_;
  text::Diagnostics& diagnostics_;
};

/// Packs that come with remit are named; everything else is a path.
void Loader::read_input(yaml::Mapping& keys) {
  project_.rules = keys.texts("rules");
  for (std::string& each : project_.rules) {
    if (rules::is_path(each)) each = path(each);
  }
  project_.data = read_path(keys, "data");
  project_.as_of = read_as_of(keys);
  project_.complete = read_complete(keys);
  project_.parameters = read_parameters(keys);
  project_.home = read_path(keys, "home");
  project_.waivers = read_paths(keys, "waivers");
  project_.baseline = read_path(keys, "baseline");
}

void Loader::read_listing(yaml::Mapping& keys) {
  project_.severity = read_word(keys, "severity", findings::severity_words());
  const yaml::Node* verdicts = keys.optional("verdicts");
  if (!verdicts) return;
  project_.verdicts = keys.texts("verdicts");
  for (const std::string& verdict : project_.verdicts) {
    if (verdict == "all" || findings::verdict_of(verdict)) continue;
    diagnostics_.error(
        "bad-value", verdicts->where, fmt::format("there is no verdict `{}`", verdict),
        fmt::format("these are: `{}`, `all`", fmt::join(findings::verdict_words(), "`, `")));
  }
}

void Loader::read_outputs(yaml::Mapping& keys) {
  project_.outputs = keys.texts("outputs");
  for (std::string& output : project_.outputs) {
    if (output != "-") output = path(output);
  }
  project_.summary = read_path(keys, "summary");
  const auto threads = keys.integer("threads");
  if (!threads) return;
  if (*threads < 0) {
    diagnostics_.error("bad-value", keys.optional("threads")->where,
                       "there are no fewer threads than none",
                       "0 takes as many as the machine has");
  }
  project_.threads = std::to_string(*threads);
}

void Loader::read_thresholds(const yaml::Node& node) {
  yaml::Mapping keys(node, "thresholds", diagnostics_);
  project_.fail_on = read_word(keys, "fail_on", findings::severity_words());
  project_.fail_on_new = read_word(keys, "fail_on_new", findings::severity_words());
  project_.fail_on_unknown = keys.boolean("fail_on_unknown").value_or(false);
  project_.max_unknown = read_percent(keys, "max_unknown");
  project_.data_errors = read_word(keys, "data_errors", {"fail", "warn"});
  keys.finish();
}

std::string Loader::read_as_of(yaml::Mapping& keys) {
  const yaml::Node* node = keys.optional("as_of");
  if (!node) return "";
  if (node->kind == yaml::NodeKind::kScalar && node->scalar == kToday) return kToday;
  const auto date = value::parse_date(node->scalar);
  if (node->kind == yaml::NodeKind::kScalar && date) return value::to_string(*date);
  diagnostics_.error("bad-value", node->where, "`as_of` is no day",
                     "write the day that the export was made, as in `2026-09-30`, or `today`");
  return "";
}

std::vector<std::string> Loader::read_complete(yaml::Mapping& keys) {
  std::vector<std::string> complete;
  const yaml::Node* node = keys.optional("complete");
  if (!node) return complete;
  if (node->kind != yaml::NodeKind::kMapping) {
    diagnostics_.error("wrong-form", node->where, "`complete` names tables",
                       "write `TABLE: DATE` for each, or `TABLE: always`");
    return complete;
  }
  for (const yaml::Entry& entry : node->entries) {
    if (entry.value.kind == yaml::NodeKind::kScalar && entry.value.scalar == kAlways) {
      complete.push_back(entry.key);
    } else if (const auto date =
                   model::read_date(entry.value, "`" + entry.key + "`", diagnostics_)) {
      complete.push_back(entry.key + "=" + value::to_string(*date));
    }
  }
  return complete;
}

std::vector<std::string> Loader::read_parameters(yaml::Mapping& keys) {
  std::vector<std::string> parameters;
  const yaml::Node* node = keys.optional("parameters");
  if (!node) return parameters;
  if (node->kind != yaml::NodeKind::kMapping) {
    diagnostics_.error("wrong-form", node->where, "`parameters` names values",
                       "write `NAME: VALUE` for each");
    return parameters;
  }
  for (const yaml::Entry& entry : node->entries) {
    const auto value = yaml::as_text(entry.value, "`" + entry.key + "`", diagnostics_);
    if (value) parameters.push_back(entry.key + "=" + *value);
  }
  return parameters;
}

/// With or without a percent sign.
std::string Loader::read_percent(yaml::Mapping& keys, const std::string& key) {
  const yaml::Node* node = keys.optional(key);
  if (!node) return "";
  const std::string& text = node->scalar;
  const std::size_t length = text.ends_with('%') ? text.size() - 1 : text.size();
  double percent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + length, percent);
  const bool whole = error == std::errc() && end == text.data() + length;
  if (whole && percent >= 0 && percent <= 100) return text;
  diagnostics_.error("bad-value", node->where, fmt::format("`{}` is no share in percent", key),
                     fmt::format("write a number from 0 to 100, as in `{}: 2%`", key));
  return "";
}

}  // namespace

std::optional<Project> load(text::SourcePtr file, text::Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  const std::string path = file->path();
  const auto document = yaml::parse(std::move(file), diagnostics);
  if (!document) return std::nullopt;
  Project project = Loader(path, diagnostics).load(*document);
  if (diagnostics.errors() != errors) return std::nullopt;
  return project;
}

}  // namespace remit::project
