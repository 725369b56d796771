#include <filesystem>
#include <memory>
#include <string_view>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/home.h"
#include "cli/init_survey.h"
#include "cli/input_options.h"
#include "cli/output.h"
#include "cli/project.h"
#include "cli/terminal.h"
#include "report/text/phrase.h"
#include "text/render.h"

namespace remit::cli {
namespace {

namespace fs = std::filesystem;
using findings::ExitStatus;
using report::text::counted;
using report::text::number;

constexpr std::size_t kMisfitsShown = 10;

/// The words that were typed after `remit init`.
struct InitWords {
  std::string folder = ".";
  std::string home;
  bool force = false;
};

/// A text as YAML: in quotes where it could be read as something else.
std::string quoted(const std::string& text) {
  const bool plain = !text.empty() &&
                     text.find_first_not_of(
                         "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                         "0123456789_-./") == std::string::npos &&
                     text[0] != '-';
  if (plain) return text;
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

std::string about(const RulesOffer& offer) {
  return fmt::format("{} of {} speak of it, on {}; {} pass or are due", number(offer.speaking),
                     counted(offer.rules, "rule"), counted(offer.applied, "subject"),
                     number(offer.met));
}

/// The rules of the folder itself, else the pack that says most; the others to be chosen from.
std::string rules_part(const Survey& survey) {
  const auto& offers = survey.offers;
  const auto is_chosen = [&](std::size_t i) { return i == 0 || offers[i].local; };
  std::string text =
      "# By what to judge: packs that come with remit, files of rules, or folders of them. Chosen "
      "by what\n# the export holds: see that it is the right country.\n";
  if (offers.empty() || offers.front().applied == 0) {
    return text +
           "# None that comes with remit speaks of this export.\n# rules: "
           "my-rules.yaml\n";
  }
  text += "rules:\n";
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (is_chosen(i))
      text += fmt::format("  - {}  # {}\n", quoted(offers[i].name), about(offers[i]));
  }
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (is_chosen(i) || offers[i].applied == 0) continue;
    text += fmt::format("  # - {}  # {}{}\n", quoted(offers[i].name), about(offers[i]),
                        offers[i].on_top ? "; the policy of one council, on top of others" : "");
  }
  return text;
}

/// The project file, but for what is seen in an export.
constexpr std::string_view kTemplate =
    R"(# What `remit check` does in this folder. Options of the command line win; paths are relative to
# this file. A line that begins with `#` is not heeded: take the mark away to use it.

{}
# The folder with the CSV files of the export: {} of {} of the model {}.
data: {}

# Judge everything as it stood at the end of this day: YYYY-MM-DD, or `today`.{}
as_of: {}

# From which day on no row of a table is lacking (or `always`): earlier days are unknown to rules
# that read it, and only then can an empty table accuse.
# complete:
#   visits: 2024-04-01

# Other values for parameters of the rules.
# parameters:
#   NAME: VALUE

# Decisions to bear breaches for a time: `remit waive` adds one.
# waivers: waivers.yaml

# The files to write, each in the format that its ending says; `-` is the report on the screen.
outputs:
  - "-"
  - findings.ndjson
  # - work.xlsx
  # - findings.sarif

# What the run before found, so that each finding says whether it is new. It may be an output.
baseline: findings.ndjson

# The counts as JSON.
# summary: counts.json

# List only these verdicts (violation, unknown, due, waived, pass, not_applicable), and only rules
# at least as severe as this (critical, major, minor, info).
# verdicts: [violation, unknown]
# severity: minor

# What makes the run fail.
thresholds:
  # Violations of rules at least as severe.
  fail_on: minor
  # Only those that were none in the baseline; then leave `fail_on` out.
  # fail_on_new: minor
  # Unknowns too.
  # fail_on_unknown: true
  # More unknown than so many percent of the subjects that rules apply to.
  # max_unknown: 2%
  # Findings in the data: fail (by default), or warn.
  # data_errors: warn

# On how many threads to work; 0: as many as the machine has.
# threads: 0

# Where models, calendars and packs are found, if not where they came with remit.
# home: DIR
)";

std::string project_text(const Survey& survey) {
  const std::string day = survey.last_day ? value::to_string(*survey.last_day) : "today";
  return fmt::format(
      kTemplate, rules_part(survey), number(survey.given.size()), counted(survey.tables, "table"),
      survey.model, quoted(survey.data),
      survey.last_day ? "\n# The last day on which the export has something happen." : "", day);
}

/// What was seen, what does not fit, and what to do next.
std::string told(const Survey& survey, const std::string& file) {
  std::string text =
      fmt::format("{}: {} of {} of the model {}\n", quoted(survey.data),
                  number(survey.given.size()), counted(survey.tables, "table"), survey.model);
  if (!survey.misfits.empty()) {
    text += fmt::format("what does not fit: {} of files and columns\n",
                        counted(survey.misfits.size(), "name"));
  }
  for (std::size_t i = 0; i < std::min(survey.misfits.size(), kMisfitsShown); ++i) {
    const data::DataFinding& finding = survey.misfits[i];
    text += fmt::format("  {}: {} [{}]\n", finding.file, finding.message, finding.code);
  }
  if (survey.misfits.size() > kMisfitsShown) {
    text += fmt::format("  ... and {} more, which `remit check` lists\n",
                        number(survey.misfits.size() - kMisfitsShown));
  }
  for (const RulesOffer& offer : survey.offers) {
    if (offer.applied > 0) text += fmt::format("{}: {}\n", offer.name, about(offer));
  }
  return text + fmt::format("written to {}; now run `remit check{}`\n", file,
                            file == project::kFileName ? "" : " --project " + file);
}

bool check_target(const fs::path& folder, const fs::path& file, bool force,
                  text::Diagnostics& diagnostics) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    diagnostics.error("no-export", {}, fmt::format("there is no folder `{}`", folder.string()),
                      "name the folder of an export, as in `remit init export`");
    return false;
  }
  if (force || !fs::exists(file, error)) return true;
  diagnostics.error("project-there", {}, fmt::format("there is `{}` already", file.string()),
                    "give `--force` to write it anew: what stands there is lost");
  return false;
}

void init(const InitWords& words, text::Diagnostics& diagnostics) {
  const fs::path folder = words.folder;
  const fs::path file = (folder / project::kFileName).lexically_normal();
  const std::string home = find_home(words.home, diagnostics);
  const auto today = value::parse_date(today_text());
  if (diagnostics.has_errors() || !check_target(folder, file, words.force, diagnostics)) return;
  const auto seen = survey(folder.string(), home, today.value_or(value::Date{}), diagnostics);
  if (!seen) return;
  const auto output = Output::open(file.string(), "FOLDER", diagnostics);
  if (!output) return;
  output->stream() << project_text(*seen);
  if (!output->finish(diagnostics)) return;
  const auto out = Output::open("", "", diagnostics);
  out->stream() << told(*seen, file.string());
  out->finish(diagnostics);
}

ExitStatus init_project(const InitWords& words) {
  text::Diagnostics diagnostics;
  init(words, diagnostics);
  tell(text::render(diagnostics, look_at_terminal().error_colour));
  return diagnostics.has_errors() ? ExitStatus::kWrongInput : ExitStatus::kClean;
}

}  // namespace

std::function<ExitStatus()> declare_init(CLI::App& app) {
  const auto words = std::make_shared<InitWords>();
  app.add_option("FOLDER", words->folder, "the folder of an export; by default this one")
      ->check(not_empty());
  app.add_flag("--force", words->force, "write remit.yaml anew where there is one");
  app.add_option("--home", words->home, "folder with the models, calendars and packs")
      ->check(not_empty())
      ->type_name("DIR");
  app.footer(std::string(init_footer()));
  return [words] { return init_project(*words); };
}

}  // namespace remit::cli
