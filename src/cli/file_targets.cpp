#include "cli/file_targets.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include "cli/option_values.h"

namespace remit::cli {
namespace {

constexpr std::string_view kStandardOutput = "-";

bool has_ending(const FileFormat& format, std::string_view path) {
  return std::any_of(format.endings.begin(), format.endings.end(), [&](std::string_view ending) {
    return !ending.empty() && path.size() > ending.size() && path.ends_with(ending);
  });
}

/// What the ending of a file's name says, in capitals or not.
std::optional<std::size_t> format_said(std::string_view path, std::span<const FileFormat> formats) {
  std::string lower(path.substr(path.rfind('/') + 1));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (std::size_t i = 0; i < formats.size(); ++i) {
    if (has_ending(formats[i], lower)) return i;
  }
  return std::nullopt;
}

std::string known_endings(std::span<const FileFormat> formats) {
  std::vector<std::string> all;
  for (const FileFormat& format : formats) {
    for (const std::string_view ending : format.endings) {
      if (!ending.empty()) all.push_back(fmt::format("`{}`", ending));
    }
  }
  return fmt::format("{}", fmt::join(all, ", "));
}

/// Of a file by its ending, else the format that was named, else (without an ending) the first.
std::optional<std::size_t> format_of(const std::string& file, std::optional<std::size_t> named,
                                     std::span<const FileFormat> formats,
                                     text::Diagnostics& diagnostics) {
  const bool is_file = file != kStandardOutput;
  if (const auto said = is_file ? format_said(file, formats) : std::nullopt) return said;
  if (named) return named;
  const std::string ending = std::filesystem::path(file).extension().string();
  if (!is_file || ending.empty()) return 0;
  diagnostics.error(
      "option", {},
      fmt::format("`--output {}`: there is no format with the ending `{}`", file, ending),
      fmt::format("the endings are {}; or say the format with `--format`", known_endings(formats)));
  return std::nullopt;
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
void check_used(std::size_t named, std::string_view name, const std::vector<FileTarget>& targets,
                text::Diagnostics& diagnostics) {
  const bool used = std::any_of(targets.begin(), targets.end(),
                                [&](const FileTarget& target) { return target.format == named; });
  if (used) return;
  diagnostics.error(
      "option", {},
      fmt::format("`--format {}`: every file has the format that its ending says, and nothing "
                  "would be written as {}",
                  name, name),
      "leave `--format` out, or add `--output -` for a report on standard output too");
}

}  // namespace

std::vector<FileTarget> file_targets(const std::vector<std::string>& files,
                                     const std::string& format, std::span<const FileFormat> formats,
                                     text::Diagnostics& diagnostics) {
  std::optional<std::size_t> named;
  if (!format.empty()) {
    std::vector<std::string> names;
    for (const FileFormat& each : formats) names.emplace_back(each.name);
    named = read_word("--format", format, names, diagnostics);
    if (!named) return {};
  }
  check_named_once(files, diagnostics);
  std::vector<FileTarget> targets;
  for (const std::string& file :
       files.empty() ? std::vector<std::string>{std::string(kStandardOutput)} : files) {
    const auto found = format_of(file, named, formats, diagnostics);
    if (found) targets.push_back({*found, file == kStandardOutput ? "" : file});
  }
  if (named) check_used(*named, format, targets, diagnostics);
  return targets;
}

}  // namespace remit::cli
