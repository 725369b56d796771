#include "cli/input_options.h"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "cli/home.h"
#include "cli/option_values.h"
#include "cli/project.h"
#include "privacy/pseudonyms.h"
#include "rules/ruleset.h"

namespace remit::cli {

/// An unset variable of a shell must not turn an option off without a word.
CLI::Validator not_empty() {
  return {[](const std::string& value) {
            return value.empty() ? "is empty: give a name, or leave the option out" : "";
          },
          ""};
}

void declare_input(CLI::App& app, InputWords& words) {
  constexpr const char* kGroup = "What to audit (needed, here or in remit.yaml)";
  app.add_option("--rules", words.rules,
                 "rule set files, folders of them, or names of\npacks that come with remit")
      ->type_name("R")
      ->group(kGroup);
  app.add_option("--data", words.data, "folder with the CSV files of the export")
      ->type_name("DIR")
      ->group(kGroup);
  app.add_option("--as-of", words.as_of,
                 "judge everything as it stood at the end of\nthis day, YYYY-MM-DD")
      ->type_name("DATE")
      ->group(kGroup);
  app.add_option("--complete", words.complete,
                 "from this day on no row of the table is lacking\n(without a day: none ever was); "
                 "earlier days are\nunknown to rules that read it, and only then can\nan empty "
                 "table accuse")
      ->type_name("TABLE=DATE")
      ->group("What is known of the data");
  app.add_flag("--show-personal", words.show_personal,
               "show the values of fields that the model marks\npersonal; by default `[personal]` "
               "stands for them\nin everything that is written")
      ->group(std::string(kPrivacyGroup));
  declare_project(app, words.project);
}

void declare_pseudonyms(CLI::App& app, InputWords& words) {
  app.add_option("--pseudonyms", words.pseudonyms,
                 "put pseudonyms in the place of ids, the same in all\noutputs of this key; "
                 "`remit pseudonyms` makes a key")
      ->check(not_empty())
      ->type_name("KEYFILE")
      ->group(std::string(kPrivacyGroup));
}

void declare_rules(CLI::App& app, InputWords& words) {
  const std::string group(kRulesGroup);
  app.add_option("--set", words.parameters, "give a parameter of the rules another value")
      ->type_name("NAME=VALUE")
      ->group(group);
  app.add_option("--home", words.home,
                 "folder with the models, calendars and packs\nthat rule sets name (else "
                 "REMIT_HOME, else\nwhat came with the program)")
      ->check(not_empty())
      ->type_name("DIR")
      ->group(group);
}

void declare_waivers(CLI::App& app, InputWords& words) {
  app.add_option("--waivers", words.waivers,
                 "files of waivers: violations that one covers are\nwaived and fail nothing")
      ->check(not_empty())
      ->type_name("FILE")
      ->group(std::string(kRulesGroup));
}

namespace {

void require(bool given, const std::string& option, const std::string& why, const std::string& help,
             text::Diagnostics& diagnostics) {
  if (given) return;
  diagnostics.error("option-missing", {}, fmt::format("`{}` is missing: {}", option, why), help);
}

void check_needed(const InputWords& words, text::Diagnostics& diagnostics) {
  require(!words.rules.empty(), "--rules", "there is nothing to judge by",
          "name a rule set, as in `--rules england-children` or `--rules my-rules.yaml`",
          diagnostics);
  require(!words.data.empty(), "--data", "there is nothing to judge",
          "name the folder of the export, as in `--data export/`", diagnostics);
  require(!words.as_of.empty(), "--as-of",
          "remit does not look at the clock, so that a run can be repeated and gives the same",
          "name the day that the export was made, as in `--as-of 2026-09-30`", diagnostics);
}

/// Whether a file is one that the run reads: rules and models are YAML, the export is CSV.
bool is_input(const std::filesystem::path& target, const InputWords& words) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(target, error)) return false;
  const std::string ending = target.extension().string();
  if (ending == ".yaml" || ending == ".yml") return true;
  if (!words.pseudonyms.empty() && std::filesystem::equivalent(target, words.pseudonyms, error)) {
    return true;
  }
  const auto folder = target.has_parent_path() ? target.parent_path() : ".";
  return ending == ".csv" && std::filesystem::equivalent(folder, words.data, error);
}

}  // namespace

void check_target(const std::string& target, const std::string& option, const InputWords& words,
                  text::Diagnostics& diagnostics) {
  if (target.empty() || !is_input(target, words)) return;
  diagnostics.error("option", {}, fmt::format("`{} {}` would overwrite an input", option, target),
                    "name another file");
}

std::optional<std::string> read_key(const std::string& path, text::Diagnostics& diagnostics) {
  namespace fs = std::filesystem;
  const auto content = rules::DiskReader().read(path);
  if (!content) {
    diagnostics.error("pseudonym-key", {}, fmt::format("the key `{}` cannot be read", path),
                      "make one with `remit pseudonyms --new-key FILE`");
    return std::nullopt;
  }
  std::error_code error;
  constexpr fs::perms kOthers = fs::perms::group_all | fs::perms::others_all;
  if ((fs::status(path, error).permissions() & kOthers) != fs::perms::none && !error) {
    diagnostics.warning("pseudonym-key", {},
                        fmt::format("others than its owner can read or write the key `{}`", path),
                        fmt::format("who has it can tell whom a pseudonym stands for; `chmod 600 "
                                    "{}` keeps it to you",
                                    path));
  }
  return privacy::read_key_file(path, *content, diagnostics);
}

void read_input(const InputWords& given, Request& request, text::Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  const InputWords words = with_project(given, diagnostics);
  if (diagnostics.errors() != errors) return;
  check_needed(words, diagnostics);
  request.rules = words.rules;
  request.data = words.data;
  if (!words.as_of.empty()) {
    request.as_of = read_date("--as-of", words.as_of, diagnostics).value_or(value::Date{});
  }
  request.waivers = words.waivers;
  request.parameters = read_assignments(words.parameters, diagnostics);
  request.complete = read_complete(words.complete, diagnostics);
  request.home = find_home(words.home, diagnostics);
  request.show_personal = words.show_personal;
  if (!words.pseudonyms.empty()) request.pseudonym_key = read_key(words.pseudonyms, diagnostics);
}

}  // namespace remit::cli
