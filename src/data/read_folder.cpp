#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "data/build_dataset.h"
#include "data/quote.h"
#include "data/read.h"
#include "text/nearest.h"

namespace remit::data {
namespace {

namespace fs = std::filesystem;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

std::string expected_files(const model::Model& model) {
  std::string names;
  for (const model::Table& table : model.tables) {
    names += fmt::format("{}`{}.csv`", names.empty() ? "" : ", ", table.name);
  }
  return names;
}

bool is_csv(const fs::path& path) { return lower(path.extension().string()) == ".csv"; }

/// What stands before the first dot of a file's name.
std::string table_start(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.substr(0, name.find('.'));
}

/// `visits.xlsx`, `visits.csv.gz`, `visits.ndjson`: meant for a table, but not to be read.
bool is_table_in_another_form(const fs::path& path, const model::Model& model) {
  return path.has_extension() && model.table(table_start(path)).has_value();
}

/// The `*.csv` of a folder, and what else is named after a table, by name; nothing (with an error)
/// where it cannot be listed.
std::optional<std::vector<fs::path>> list_files(const fs::path& folder, const model::Model& model,
                                                text::Diagnostics& diagnostics) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (!fs::is_directory(status)) {
    const bool exists = fs::exists(status);
    diagnostics.error("data-folder", {},
                      fmt::format("{} {}", in_backticks(folder.string()),
                                  exists ? "is not a folder" : "does not exist"),
                      "give the folder that holds the CSV files of the export");
    return std::nullopt;
  }
  std::vector<fs::path> files;
  fs::directory_iterator entries(folder, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    const fs::path& path = entries->path();
    if (is_csv(path) || is_table_in_another_form(path, model)) files.push_back(path);
  }
  if (error) {
    diagnostics.error("data-folder", {},
                      fmt::format("{} cannot be listed: {}", in_backticks(folder.string()),
                                  lower(error.message())),
                      "check the permissions of the folder");
    return std::nullopt;
  }
  std::sort(files.begin(), files.end());
  return files;
}

void report_unreadable(const std::string& path, const std::string& reason, const std::string& help,
                       text::Diagnostics& diagnostics) {
  diagnostics.error("data-file", {},
                    fmt::format("{} cannot be read: {}", in_backticks(path), reason), help);
}

std::unique_ptr<ByteSource> open_file(const fs::path& path, text::Diagnostics& diagnostics) {
  const auto fail = [&](const std::string& reason, const std::string& help) {
    report_unreadable(path.string(), reason, help, diagnostics);
    return nullptr;
  };
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) return fail("it is a folder", "put the file itself here");
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    return fail("it is not a regular file", "put the file itself here");
  }
  auto bytes = open_bytes(path.string());
  if (!bytes) return fail(lower(std::strerror(errno)), "check the file and its permissions");
  return bytes;
}

/// A file that no table of the model has.
DataFinding unknown_file(const model::Model& model, const fs::path& path) {
  const std::string stem = path.stem().string();
  const auto near = text::nearest(stem, model.table_names());
  std::string message =
      is_csv(path) ? fmt::format("{} belongs to no table of the model `{}`, so it is not read",
                                 in_backticks(path.filename().string()), model.name)
                   : fmt::format("{} is no CSV file, so it is not read; save it as `{}.csv`",
                                 in_backticks(path.filename().string()), table_start(path));
  if (near && is_csv(path)) message += fmt::format("; did you mean `{}.csv`?", *near);
  DataFinding finding;
  finding.code = "DATA-FILE-UNKNOWN";
  finding.file = path.string();
  finding.value = shown_value(path.filename().string());
  finding.expected = "a file named after a table of the model";
  finding.message = std::move(message);
  return finding;
}

/// The file of each table, taken out of `files`; what is left belongs to none.
std::vector<std::optional<fs::path>> match_files(const model::Model& model,
                                                 std::vector<fs::path>& files) {
  std::vector<std::optional<fs::path>> matched;
  for (const model::Table& table : model.tables) {
    const auto named = [&](bool exact) {
      return std::find_if(files.begin(), files.end(), [&](const fs::path& file) {
        return is_csv(file) && file.stem() == table.name && (!exact || file.extension() == ".csv");
      });
    };
    auto found = named(true);
    if (found == files.end()) found = named(false);
    matched.emplace_back();
    if (found == files.end()) continue;
    matched.back() = *found;
    files.erase(found);
  }
  return matched;
}

}  // namespace

std::optional<Dataset> read_folder(const std::shared_ptr<const model::Model>& model,
                                   const std::string& folder, value::Date as_of,
                                   text::Diagnostics& diagnostics, const ReadOptions& options) {
  auto files = list_files(folder, *model, diagnostics);
  if (!files) return std::nullopt;
  const auto matched = match_files(*model, *files);
  if (std::none_of(matched.begin(), matched.end(), [](const auto& file) { return file; })) {
    diagnostics.error("no-data", {},
                      fmt::format("{} has none of the files of the model `{}`",
                                  in_backticks(folder), model->name),
                      "expected here: " + expected_files(*model));
    return std::nullopt;
  }
  DatasetBuilder builder(model, as_of, options);
  const std::size_t errors = diagnostics.errors();
  for (std::size_t table = 0; table < matched.size(); ++table) {
    if (!matched[table]) continue;
    auto bytes = open_file(*matched[table], diagnostics);
    if (bytes) builder.add(table, matched[table]->string(), std::move(bytes));
  }
  if (diagnostics.errors() > errors) return std::nullopt;
  Dataset data;
  try {
    data = builder.finish();
  } catch (const ReadFailure& failure) {
    report_unreadable(builder.current(), failure.what(),
                      "check the disk, and that nobody writes to it", diagnostics);
    return std::nullopt;
  }
  for (const fs::path& file : *files) data.findings.push_back(unknown_file(*model, file));
  return data;
}

}  // namespace remit::data
