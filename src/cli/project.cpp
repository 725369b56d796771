#include "cli/project.h"

#include <algorithm>
#include <ctime>
#include <filesystem>

#include <fmt/format.h>

#include "cli/terminal.h"
#include "rules/ruleset.h"

namespace remit::cli {
namespace {

namespace fs = std::filesystem;
using project::Project;

constexpr int kLevelsAbove = 32;

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

/// Empty where there is none.
std::string nearest_project() {
  std::error_code error;
  fs::path folder;
  for (int level = 0; level < kLevelsAbove; ++level) {
    const fs::path file = folder / project::kFileName;
    if (is_file(file)) return file.string();
    const fs::path here = folder.empty() ? fs::path(".") : folder;
    if (fs::exists(here / ".git", error) || fs::equivalent(here, "/", error)) return "";
    folder /= "..";
  }
  return "";
}

std::string file_of(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error) ? (fs::path(path) / project::kFileName).string() : path;
}

}  // namespace

std::string today_text() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  const auto day = value::make_date(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
  return day ? value::to_string(*day) : "";
}

namespace {

std::string name_of(const std::string& assignment) {
  return assignment.substr(0, assignment.find('='));
}

/// Those of the project that no word gives anew, then the words.
void merge(std::vector<std::string>& words, const std::vector<std::string>& project) {
  std::vector<std::string> merged;
  for (const std::string& each : project) {
    const bool given = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return name_of(word) == name_of(each);
    });
    if (!given) merged.push_back(each);
  }
  merged.insert(merged.end(), words.begin(), words.end());
  words = std::move(merged);
}

template <typename Words>
void fill(Words& words, const Words& otherwise) {
  if (words.empty()) words = otherwise;
}

void apply(const Project& project, InputWords& words) {
  fill(words.rules, project.rules);
  fill(words.data, project.data);
  fill(words.as_of, project.as_of == project::kToday ? today_text() : project.as_of);
  merge(words.complete, project.complete);
  merge(words.parameters, project.parameters);
  fill(words.waivers, project.waivers);
  fill(words.home, project.home);
}

/// A baseline that is not there yet will be when this run has written it: until then everything is
/// new.
void apply_baseline(const Project& project, CheckWords& words) {
  const bool asked = !words.fail_on.empty() || words.fail_on_new.has_value();
  const std::string& new_ones = asked ? "" : project.fail_on_new;
  if (!asked) words.fail_on = project.fail_on;
  if (!words.baseline.empty() || project.baseline.empty()) {
    if (!new_ones.empty()) words.fail_on_new = new_ones;
    return;
  }
  std::error_code error;
  if (fs::exists(project.baseline, error)) {
    words.baseline = project.baseline;
    if (!new_ones.empty()) words.fail_on_new = new_ones;
    return;
  }
  tell(fmt::format("remit: there is no baseline `{}` yet, so nothing is said of what is new\n",
                   project.baseline));
  if (!new_ones.empty() && words.fail_on.empty()) words.fail_on = new_ones;
}

void apply(const Project& project, CheckWords& words) {
  apply(project, static_cast<InputWords&>(words));
  apply_baseline(project, words);
  if (words.outputs.empty() && words.format.empty()) words.outputs = project.outputs;
  fill(words.summary, project.summary);
  fill(words.verdicts, project.verdicts);
  fill(words.severity, project.severity);
  fill(words.threads, project.threads);
  fill(words.max_unknown, project.max_unknown);
  fill(words.data_errors, project.data_errors);
  words.fail_on_unknown = words.fail_on_unknown || project.fail_on_unknown;
}

template <typename Words>
Words filled(const Words& words, text::Diagnostics& diagnostics) {
  Words result = words;
  if (words.project_applied) return result;
  result.project_applied = true;
  const bool whole = !words.rules.empty() && !words.data.empty();
  if (whole && words.project.empty()) return result;
  if (const auto project = find_project(words.project, diagnostics)) apply(*project, result);
  return result;
}

}  // namespace

void declare_project(CLI::App& app, std::string& path) {
  app.add_option("--project", path,
                 "a project file; by default remit.yaml in this\nfolder or the nearest one above "
                 "it")
      ->check(not_empty())
      ->type_name("FILE")
      ->group("Where it is written down");
}

std::optional<Project> find_project(const std::string& path, text::Diagnostics& diagnostics) {
  const std::string file = path.empty() ? nearest_project() : file_of(path);
  if (file.empty()) return std::nullopt;
  auto content = rules::DiskReader().read(file);
  if (!content) {
    diagnostics.error("no-project", {}, fmt::format("the project `{}` cannot be read", file),
                      "name a project file with `--project`; `remit init` writes one");
    return std::nullopt;
  }
  if (path.empty() && file != project::kFileName) tell(fmt::format("remit: using {}\n", file));
  return project::load(std::make_shared<text::SourceFile>(file, std::move(*content)), diagnostics);
}

InputWords with_project(const InputWords& words, text::Diagnostics& diagnostics) {
  return filled(words, diagnostics);
}

CheckWords with_project(const CheckWords& words, text::Diagnostics& diagnostics) {
  return filled(words, diagnostics);
}

}  // namespace remit::cli
