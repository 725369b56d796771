#include <memory>

#include <fmt/format.h>

#include "book/book.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/home.h"
#include "cli/option_values.h"
#include "cli/output.h"
#include "cli/rule_list.h"
#include "cli/terminal.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

/// The words that were typed after `remit docs`.
struct DocsWords {
  std::vector<std::string> paths;
  std::string output;
  std::string format;
  std::string date;
  std::string title;
  std::vector<std::string> parameters;
  std::string home;
  bool own = false;
  bool no_cases = false;
};

void declare_options(CLI::App& app, DocsWords& words) {
  app.add_option("PATH", words.paths,
                 "rule files, folders, or names of packs; by default\nthe packs in ./rules, else "
                 "those that come with remit");
  app.add_option("--output", words.output,
                 "the file to write: .html, .md; without it, or\nwith -, standard output")
      ->type_name("FILE");
  declare_format(app, words.format, book::formats(), "by the ending of the file");
  app.add_option("--title", words.title, "by default the title of the rule set")->type_name("TEXT");
  app.add_option("--date", words.date, "the day to put on it, YYYY-MM-DD; by default none")
      ->type_name("DATE");
  app.add_option("--set", words.parameters, "give a parameter of the rules another value")
      ->type_name("NAME=VALUE");
  app.add_flag("--own", words.own, "leave out the rules of packs that the rules extend");
  app.add_flag("--no-cases", words.no_cases, "leave out the test cases");
  app.add_option("--home", words.home,
                 "folder with the models, calendars and packs\nthat rule sets name")
      ->type_name("DIR");
}

const book::Format* choose_format(const DocsWords& words, text::Diagnostics& diagnostics) {
  if (!words.format.empty()) {
    const auto format = read_word("--format", words.format, book::format_names(), diagnostics);
    return format ? &book::formats()[*format] : nullptr;
  }
  for (const book::Format& format : book::formats()) {
    for (const std::string_view ending : format.endings) {
      if (words.output.ends_with(ending)) return &format;
    }
  }
  diagnostics.error("option-missing", {},
                    words.output.empty()
                        ? "`--output` is missing: the rule book has no place to go"
                        : fmt::format("`--output {}` does not say in which form", words.output),
                    "name a file that ends in `.html` or `.md`, or give `--format`");
  return nullptr;
}

bool is_rule_file(const std::string& path) {
  return path.ends_with(".yaml") || path.ends_with(".yml");
}

/// What the words mean.
struct DocsPlan {
  std::string home;
  std::map<std::string, std::string> parameters;
  const book::Format* format = nullptr;
  book::Cover cover;
  std::string output;  ///< empty for standard output
};

DocsPlan make_plan(const DocsWords& words, text::Diagnostics& diagnostics) {
  DocsPlan plan;
  plan.home = find_home(words.home, diagnostics);
  plan.parameters = read_assignments(words.parameters, diagnostics);
  plan.format = choose_format(words, diagnostics);
  plan.cover.title = words.title;
  plan.cover.own_only = words.own;
  if (!words.date.empty()) plan.cover.date = read_date("--date", words.date, diagnostics);
  plan.output = words.output == "-" ? "" : words.output;
  if (is_rule_file(plan.output)) {
    diagnostics.error("option", {}, fmt::format("`--output {}` could overwrite rules", plan.output),
                      "name a file that ends in `.html` or `.md`");
  }
  return plan;
}

ExitStatus write_docs(const DocsWords& words) {
  const Terminal terminal = look_at_terminal();
  text::Diagnostics diagnostics;
  const auto fail = [&] {
    tell(text::render(diagnostics, terminal.error_colour));
    return ExitStatus::kWrongInput;
  };
  const DocsPlan plan = make_plan(words, diagnostics);
  if (diagnostics.has_errors()) return fail();
  auto list = load_rule_list(words.paths, plan.home, plan.parameters, diagnostics);
  if (!list) return fail();
  if (words.no_cases) list->examples.clear();
  const auto output = Output::open(plan.output, "--output", diagnostics);
  if (!output) return fail();
  const auto entries = catalogue::entries_of(list->rules, list->examples);
  plan.format->write(book::make_book(list->rules, entries, plan.cover), output->stream());
  const bool written = output->finish(diagnostics);
  tell(text::render(diagnostics, terminal.error_colour));
  return written ? ExitStatus::kClean : ExitStatus::kWrongInput;
}

}  // namespace

std::function<ExitStatus()> declare_docs(CLI::App& app) {
  const auto words = std::make_shared<DocsWords>();
  declare_options(app, *words);
  app.footer(std::string(docs_footer()));
  return [words] { return write_docs(*words); };
}

}  // namespace remit::cli
