#include "cli/program.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "text/nearest.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;
using Actions = std::map<const CLI::App*, std::function<ExitStatus()>>;

ExitStatus print(const std::string& text, ExitStatus status) {
  text::Diagnostics diagnostics;
  const auto out = Output::open("", "", diagnostics);
  out->stream() << text;
  if (out->finish(diagnostics)) return status;
  tell(text::render(diagnostics));
  return ExitStatus::kWrongInput;
}

ExitStatus complain(const std::string& message, const std::string& help) {
  text::Diagnostics diagnostics;
  diagnostics.error("command-line", {}, message, help);
  tell(text::render(diagnostics, look_at_terminal().error_colour));
  return ExitStatus::kWrongInput;
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// A word that nothing took: a mistyped option or command, or a word too many.
ExitStatus refuse(const CLI::App& app, const std::string& word, bool in_command) {
  const std::string help_line =
      in_command ? fmt::format("`remit {} --help` lists the options", app.get_name())
                 : "`remit --help` lists the commands";
  if (word.starts_with("-")) {
    const std::string name = word.substr(0, word.find('='));
    const auto near = text::nearest(name, option_names(app));
    return complain(fmt::format("there is no option `{}`", name),
                    near ? fmt::format("did you mean `{}`? {}", *near, help_line) : help_line);
  }
  if (in_command) {
    return complain(fmt::format("`{}` belongs to no option", word),
                    fmt::format("say what it is, as in `--data {}`; {}", word, help_line));
  }
  return complain(fmt::format("there is no command `{}`", word),
                  text::did_you_mean(word, command_names()));
}

/// The parser's message, its option as the user wrote it: "--rules: 1 required R missing".
std::string in_our_words(const CLI::ParseError& error) {
  std::string text = error.what();
  const std::size_t colon = text.find(':');
  if (error.get_name() == "ConversionError" && text.find(" = ") != std::string::npos) {
    const std::string option = text.substr(colon + 2, text.find(" = ") - colon - 2);
    return fmt::format("`{}` is a switch and takes no value", option);
  }
  if (!text.starts_with("-") || colon == std::string::npos) return text;
  const std::string option = text.substr(0, colon);
  if (error.get_name() == "ArgumentMismatch") return fmt::format("`{}` has no value", option);
  return fmt::format("`{}`{}", option, text.substr(colon));
}

/// The command that was typed; where the words could not be read the parser no longer knows it.
std::string_view command_of(int argc, const char* const* argv) {
  for (const Command& command : commands()) {
    if (argc > 1 && argv[1] == command.name) return command.name;
  }
  return commands().front().name;
}

void declare_program(CLI::App& app, Actions& actions) {
  app.get_formatter()->column_width(26);
  app.name("remit");
  app.footer(std::string(program_footer()));
  app.set_help_flag("-h,--help", "explain, with examples");
  app.set_version_flag("--version", std::string("remit ") + REMIT_VERSION, "print the version");
  app.require_subcommand(0, 1);
  app.allow_extras();
  for (const Command& command : commands()) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.about));
    sub->allow_extras();
    sub->set_help_flag("-h,--help", "explain, with examples");
    actions[sub] = command.declare(*sub);
  }
}

/// Words that nothing took. The parser counts `--`, after which no word is an option, among them.
std::vector<std::string> left_over(const CLI::App& app) {
  std::vector<std::string> words = app.remaining();
  words.erase(std::remove(words.begin(), words.end(), "--"), words.end());
  return words;
}

ExitStatus dispatch(const CLI::App& app, const Actions& actions) {
  if (const auto chosen = app.get_subcommands(); !chosen.empty()) {
    const std::vector<std::string> left = left_over(*chosen.front());
    if (!left.empty()) return refuse(*chosen.front(), left.front(), true);
    return actions.at(chosen.front())();
  }
  const std::vector<std::string> left = left_over(app);
  if (!left.empty()) return refuse(app, left.front(), false);
  return print(app.help(), ExitStatus::kWrongInput);
}

}  // namespace

ExitStatus run_program(int argc, const char* const* argv) {
  CLI::App app{std::string(program_about())};
  Actions actions;
  declare_program(app, actions);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    return print(chosen.empty() ? app.help() : chosen.front()->help("remit"), ExitStatus::kClean);
  } catch (const CLI::CallForVersion& version) {
    return print(std::string(version.what()) + "\n", ExitStatus::kClean);
  } catch (const CLI::ParseError& error) {
    return complain(in_our_words(error),
                    fmt::format("`remit {} --help` explains the options, with examples",
                                command_of(argc, argv)));
  }
  return dispatch(app, actions);
}

}  // namespace remit::cli
