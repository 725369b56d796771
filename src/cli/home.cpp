#include "cli/home.h"

#include <filesystem>

#include <fmt/format.h>

#include "cli/terminal.h"
#include "rules/references.h"

namespace remit::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kLevelsAbove = 5;

bool is_home(const fs::path& folder) {
  std::error_code error;
  return fs::is_directory(folder / "schemas" / "models", error) &&
         fs::is_directory(folder / "rules", error);
}

std::string beside_program() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return "";
  const fs::path installed = program.parent_path().parent_path() / "share" / "remit";
  if (is_home(installed)) return installed.string();
  fs::path folder = program.parent_path();
  for (int level = 0; level < kLevelsAbove && folder.has_relative_path(); ++level) {
    if (is_home(folder)) return folder.string();
    folder = folder.parent_path();
  }
  return "";
}

}  // namespace

std::string find_home(const std::string& given, text::Diagnostics& diagnostics) {
  const std::string variable = environment("REMIT_HOME");
  const std::string& folder = given.empty() ? variable : given;
  if (folder.empty()) return beside_program();
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    diagnostics.error("home", {},
                      fmt::format("{}: there is no folder `{}`",
                                  given.empty() ? "`REMIT_HOME`" : "`--home`", folder),
                      "name the folder that holds `schemas/` and `rules/`, or leave it out");
  }
  return folder;
}

std::vector<std::string> default_packs(const std::string& home) {
  std::error_code error;
  if (fs::is_directory("rules", error)) return {"rules"};
  return {rules::packs_folder(home)};
}

}  // namespace remit::cli
