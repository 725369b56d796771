#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "audit/only.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/home.h"
#include "cli/input_options.h"
#include "cli/option_values.h"
#include "cli/output.h"
#include "cli/project.h"
#include "cli/terminal.h"
#include "rules/ruleset.h"
#include "text/render.h"
#include "waivers/load.h"
#include "waivers/pattern.h"
#include "waivers/write.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

/// The words that were typed after `remit waive`.
struct WaiveWords {
  std::string rule;
  std::string subject;
  std::string from;
  std::string to;
  std::string by;
  std::string on;
  std::string reason;
  std::string file;  ///< empty for that of the project, else waivers.yaml
  std::string project;
  std::vector<std::string> rules;
  std::string home;
};

void declare_options(CLI::App& app, WaiveWords& words) {
  app.add_option("RULE", words.rule, "the id of a rule, or of a table of reserved tasks");
  app.add_option("SUBJECT", words.subject, "the key of a subject, or a pattern");
  constexpr const char* kGroup = "What was decided (all are needed)";
  app.add_option("--from", words.from, "the first day, YYYY-MM-DD")
      ->type_name("DATE")
      ->group(kGroup);
  app.add_option("--to", words.to, "the last day, at most a year after the first")
      ->type_name("DATE")
      ->group(kGroup);
  app.add_option("--by", words.by, "who approved it")->type_name("NAME")->group(kGroup);
  app.add_option("--on", words.on, "the day on which it was approved")
      ->type_name("DATE")
      ->group(kGroup);
  app.add_option("--reason", words.reason, "why, in a sentence")->type_name("TEXT")->group(kGroup);
  constexpr const char* kFileGroup = "Where it is written, and what it is checked against";
  app.add_option("--waivers", words.file,
                 "the file; by default the first of the project,\nelse waivers.yaml")
      ->check(not_empty())
      ->type_name("FILE")
      ->group(kFileGroup);
  app.add_option("--rules", words.rules, "rule sets among whose rules RULE has to be")
      ->type_name("R")
      ->group(kFileGroup);
  declare_project(app, words.project);
  app.add_option("--home", words.home,
                 "folder with the models, calendars and packs\nthat rule sets name")
      ->check(not_empty())
      ->type_name("DIR")
      ->group(kFileGroup);
}

std::string read_words(const std::string& option, const std::string& text,
                       text::Diagnostics& diagnostics) {
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    diagnostics.error("option-missing", {}, fmt::format("`{}` is missing", option),
                      "a waiver says what it is for, for how long, who approved it when, and why; "
                      "`remit waive --help` has an example");
  }
  return text;
}

value::Date read_day(const std::string& option, const std::string& text,
                     text::Diagnostics& diagnostics) {
  if (read_words(option, text, diagnostics).empty()) return {};
  return read_date(option, text, diagnostics).value_or(value::Date{});
}

findings::Waiver read_waiver(const WaiveWords& words, text::Diagnostics& diagnostics) {
  findings::Waiver waiver;
  waiver.rule = read_words("RULE", words.rule, diagnostics);
  waiver.subject = read_words("SUBJECT", words.subject, diagnostics);
  waiver.from = read_day("--from", words.from, diagnostics);
  waiver.to = read_day("--to", words.to, diagnostics);
  waiver.approved_by = read_words("--by", words.by, diagnostics);
  waiver.approved_on = read_day("--on", words.on, diagnostics);
  waiver.reason = read_words("--reason", words.reason, diagnostics);
  if (!diagnostics.has_errors()) waivers::check_dates(waiver.from, waiver.to, {}, diagnostics);
  if (waivers::matches_all(waiver.subject)) {
    diagnostics.warning("waiver-broad", {},
                        fmt::format("`{}` is for every subject of the rule", waiver.subject),
                        "name those that the decision was about");
  }
  return waiver;
}

void check_rule(const WaiveWords& words, text::Diagnostics& diagnostics) {
  if (words.rules.empty()) return;
  rules::LoadOptions options;
  options.home = find_home(words.home, diagnostics);
  const auto rules = rules::load(words.rules, options, rules::DiskReader(), diagnostics);
  if (rules) auditing::check_ids({words.rule}, *rules, diagnostics);
}

/// Empty for a file that is not there yet.
std::string read_file(const std::string& path, text::Diagnostics& diagnostics) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return "";
  if (auto content = rules::DiskReader().read(path)) return *content;
  diagnostics.error("no-waivers", {}, fmt::format("the waivers `{}` cannot be read", path),
                    "name a file with `--waivers`");
  return "";
}

void write_waiver(const WaiveWords& words, text::Diagnostics& diagnostics) {
  const findings::Waiver waiver = read_waiver(words, diagnostics);
  check_rule(words, diagnostics);
  const std::string content = read_file(words.file, diagnostics);
  if (diagnostics.has_errors()) return;
  const auto longer = waivers::add(words.file, content, waiver, diagnostics);
  if (!longer) return;
  const auto file = Output::open(words.file, "--waivers", diagnostics);
  if (!file) return;
  file->stream() << *longer;
  if (!file->finish(diagnostics)) return;
  const auto out = Output::open("", "", diagnostics);
  out->stream() << fmt::format("added to {}:\n{}", words.file, waivers::to_yaml(waiver));
  out->finish(diagnostics);
}

/// Which file it is, and what it is checked against, where the words do not say.
WaiveWords with_project(const WaiveWords& words, text::Diagnostics& diagnostics) {
  WaiveWords result = words;
  if (const auto project = find_project(words.project, diagnostics)) {
    if (result.rules.empty()) result.rules = project->rules;
    if (result.home.empty()) result.home = project->home;
    if (result.file.empty() && !project->waivers.empty()) result.file = project->waivers.front();
  }
  if (result.file.empty()) result.file = "waivers.yaml";
  return result;
}

ExitStatus waive(const WaiveWords& given) {
  text::Diagnostics diagnostics;
  const WaiveWords words = with_project(given, diagnostics);
  if (!diagnostics.has_errors()) write_waiver(words, diagnostics);
  tell(text::render(diagnostics, look_at_terminal().error_colour));
  return diagnostics.has_errors() ? ExitStatus::kWrongInput : ExitStatus::kClean;
}

}  // namespace

std::function<ExitStatus()> declare_waive(CLI::App& app) {
  const auto words = std::make_shared<WaiveWords>();
  declare_options(app, *words);
  app.footer(std::string(waive_footer()));
  return [words] { return waive(*words); };
}

}  // namespace remit::cli
