#include "cli/report_targets.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/option_values.h"

namespace remit::cli {
namespace {

constexpr std::string_view kStandardOutput = "-";
constexpr std::string_view kDefault = "text";

std::string known_endings() {
  std::vector<std::string> all;
  for (const report::Format& format : report::formats()) {
    for (const std::string_view ending : format.endings) {
      if (!ending.empty()) all.push_back(fmt::format("`{}`", ending));
    }
  }
  return fmt::format("{}", fmt::join(all, ", "));
}

/// Of a file by its ending, else the format that was named, else (without an ending) text.
const report::Format* format_of(const std::string& file, const report::Format* named,
                                text::Diagnostics& diagnostics) {
  const bool is_file = file != kStandardOutput;
  if (const report::Format* said = is_file ? report::format_of_file(file) : nullptr) return said;
  if (named) return named;
  const std::string ending = std::filesystem::path(file).extension().string();
  if (!is_file || ending.empty()) return report::find_format(kDefault);
  diagnostics.error(
      "option", {},
      fmt::format("`--output {}`: there is no format with the ending `{}`", file, ending),
      fmt::format("the endings are {}; or say the format with `--format`", known_endings()));
  return nullptr;
}

bool same_file(const std::string& left, const std::string& right) {
  std::error_code error;
  return left == right || std::filesystem::equivalent(left, right, error);
}

void check_named_once(const std::vector<std::string>& files, text::Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (!same_file(files[i], files[k])) continue;
      diagnostics.error("option", {}, fmt::format("`--output {}` is given twice", files[i]),
                        "name each file once");
      break;
    }
  }
}

/// A format that was named and in which nothing would be written is a misunderstanding.
void check_used(const report::Format& named, const std::vector<ReportTarget>& targets,
                text::Diagnostics& diagnostics) {
  const bool used = std::any_of(targets.begin(), targets.end(), [&](const ReportTarget& target) {
    return target.format == &named;
  });
  if (used) return;
  diagnostics.error(
      "option", {},
      fmt::format("`--format {}`: every file has the format that its ending says, and nothing "
                  "would be written as {}",
                  named.name, named.name),
      "leave `--format` out, or add `--output -` for a report on standard output too");
}

}  // namespace

std::vector<ReportTarget> report_targets(const std::vector<std::string>& files,
                                         const std::string& format, const report::Options& options,
                                         text::Diagnostics& diagnostics) {
  const report::Format* named = nullptr;
  if (!format.empty()) {
    const auto index = read_word("--format", format, report::format_names(), diagnostics);
    if (!index) return {};
    named = &report::formats()[*index];
  }
  check_named_once(files, diagnostics);
  std::vector<ReportTarget> targets;
  for (const std::string& file :
       files.empty() ? std::vector<std::string>{std::string(kStandardOutput)} : files) {
    targets.push_back(
        {format_of(file, named, diagnostics), options, file == kStandardOutput ? "" : file});
  }
  if (named) check_used(*named, targets, diagnostics);
  return targets;
}

const ReportTarget* on_standard_output(const std::vector<ReportTarget>& targets) {
  const auto found = std::find_if(targets.begin(), targets.end(),
                                  [](const ReportTarget& target) { return target.path.empty(); });
  return found == targets.end() ? nullptr : &*found;
}

}  // namespace remit::cli
