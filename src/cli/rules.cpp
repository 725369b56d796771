#include <memory>

#include <fmt/format.h>

#include "catalogue/query.h"
#include "catalogue/write.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/home.h"
#include "cli/option_values.h"
#include "cli/output.h"
#include "cli/project.h"
#include "cli/rule_list.h"
#include "cli/terminal.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

/// The words that were typed after `remit rules`.
struct RulesWords {
  std::vector<std::string> paths;
  catalogue::Query query;
  std::string on;
  std::string format = "table";
  std::string output;
  std::string width;
  std::string home;
  std::string project;
};

void declare_query(CLI::App& app, RulesWords& words) {
  constexpr const char* kGroup = "Which rules (by default all)";
  const auto add = [&](const char* name, std::vector<std::string>& values, const char* about,
                       const char* type) {
    app.add_option(name, values, about)->type_name(type)->group(kGroup);
  };
  catalogue::Query& query = words.query;
  add("--task", query.tasks, "those that look for this task", "CODE");
  add("--role", query.roles, "those that look for this role", "CODE");
  add("--source", query.sources, "those that cite this source, by its id", "ID");
  add("--tag", query.tags, "those that have this tag", "TAG");
  add("--kind", query.kinds, "require, cover, frequency, limit, deadline,\nunique or reserve",
      "KIND");
  add("--table", query.tables, "those that read this table", "TABLE");
  app.add_option("--on", words.on, "those in force on this day, YYYY-MM-DD")
      ->type_name("DATE")
      ->group(kGroup);
  add("--search", query.search,
      "those with this text in id, title, message or\nsentences, in any case of letters", "TEXT");
}

void declare_options(CLI::App& app, RulesWords& words) {
  app.add_option(
      "PATH", words.paths,
      "rule files, folders, or names of packs; by default\nthose of the project, else the "
      "packs in ./rules,\nelse those that come with remit");
  declare_project(app, words.project);
  declare_query(app, words);
  declare_format(app, words.format, catalogue::formats(), "table");
  app.add_option("--output", words.output, "write to a file instead of standard output")
      ->type_name("FILE");
  app.add_option("--width", words.width, "columns of a table; by default the terminal's")
      ->type_name("N");
  app.add_option("--home", words.home,
                 "folder with the models, calendars and packs\nthat rule sets name")
      ->type_name("DIR");
}

/// What the words mean.
struct RulesPlan {
  std::vector<std::string> paths;
  std::string home;
  catalogue::Query query;
  const catalogue::Format* format = nullptr;
  report::Options look;
};

RulesPlan make_plan(const RulesWords& words, const Terminal& terminal,
                    text::Diagnostics& diagnostics) {
  RulesPlan plan;
  plan.paths = words.paths;
  std::string home = words.home;
  if (words.paths.empty() || !words.project.empty()) {
    if (const auto project = find_project(words.project, diagnostics)) {
      if (plan.paths.empty()) plan.paths = project->rules;
      if (home.empty()) home = project->home;
    }
  }
  plan.home = find_home(home, diagnostics);
  plan.query = words.query;
  if (!words.on.empty()) plan.query.on = read_date("--on", words.on, diagnostics);
  const auto format = read_word("--format", words.format, catalogue::format_names(), diagnostics);
  if (format) plan.format = &catalogue::formats()[*format];
  plan.look.width = terminal.out_is_terminal && words.output.empty() ? terminal.width : 0;
  plan.look.colour = terminal.out_colour && words.output.empty();
  if (!words.width.empty()) {
    plan.look.width = read_count("--width", words.width, diagnostics).value_or(terminal.width);
  }
  return plan;
}

/// Keeps what is asked for; says so where that is nothing.
catalogue::Listing choose(const RuleList& list, const catalogue::Query& query) {
  catalogue::Listing listing{&list.rules, catalogue::entries_of(list.rules, list.examples)};
  const std::string advice = catalogue::advice(listing.entries, query);
  std::erase_if(listing.entries,
                [&](const catalogue::Entry& entry) { return !catalogue::matches(entry, query); });
  if (listing.entries.empty()) {
    tell("remit: no rule matched" + (advice.empty() ? "" : ": " + advice) + "\n");
  }
  return listing;
}

ExitStatus list_rules(const RulesWords& words) {
  const Terminal terminal = look_at_terminal();
  text::Diagnostics diagnostics;
  const auto fail = [&] {
    tell(text::render(diagnostics, terminal.error_colour));
    return ExitStatus::kWrongInput;
  };
  const RulesPlan plan = make_plan(words, terminal, diagnostics);
  if (diagnostics.has_errors()) return fail();
  const auto list = load_rule_list(plan.paths, plan.home, {}, diagnostics);
  if (list) catalogue::check(plan.query, list->rules, diagnostics);
  if (!list || diagnostics.has_errors()) return fail();
  const auto output = Output::open(words.output, "--output", diagnostics);
  if (!output) return fail();
  const catalogue::Listing listing = choose(*list, plan.query);
  plan.format->write(listing, plan.look, output->stream());
  const bool written = output->finish(diagnostics);
  tell(text::render(diagnostics, terminal.error_colour));
  if (!written) return ExitStatus::kWrongInput;
  return listing.entries.empty() ? ExitStatus::kBreaches : ExitStatus::kClean;
}

}  // namespace

std::function<ExitStatus()> declare_rules(CLI::App& app) {
  const auto words = std::make_shared<RulesWords>();
  declare_options(app, *words);
  app.footer(std::string(rules_footer()));
  return [words] { return list_rules(*words); };
}

}  // namespace remit::cli
