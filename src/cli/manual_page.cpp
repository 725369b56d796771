#include "cli/manual_page.h"

#include <sstream>

#include <fmt/format.h>

namespace remit::cli {
namespace {

/// A line that begins with a full stop or a quote would be a request to `man`.
std::string escaped(std::string_view text) {
  std::string line = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (const char c : text) {
    if (c == '\\' || c == '-') line += '\\';
    line += c == '\\' ? 'e' : c;
  }
  return line;
}

bool is_heading(const std::string& line) { return line.ends_with(':') && !line.starts_with(' '); }

/// Text as it is laid out in the help: lines that end with a colon head what follows.
void write_text(const std::string& text, std::ostream& out) {
  out << ".PP\n.nf\n";
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    out << (is_heading(line) ? fmt::format(".B \"{}\"", escaped(line)) : escaped(line)) << '\n';
  }
  out << ".fi\n";
}

std::string names_of(const CLI::Option& option) {
  if (option.get_positional()) return option.get_name();
  std::string names;
  for (const std::string& name : option.get_snames()) names += "-" + name + ", ";
  for (const std::string& name : option.get_lnames()) names += "--" + name + ", ";
  names.resize(names.size() - 2);
  const bool takes_value = option.get_items_expected_max() > 0;
  return takes_value ? names + " " + option.get_type_name() : names;
}

/// Each line of an option's description stands on its own where formats or words are listed.
void write_option(const CLI::Option& option, std::ostream& out) {
  out << fmt::format(".TP\n.B \"{}\"\n", escaped(names_of(option)));
  std::istringstream lines(option.get_description());
  for (std::string line; std::getline(lines, line);) {
    const bool item = line.find(": ") != std::string::npos || line.starts_with('(');
    out << (item ? ".br\n" : "") << escaped(line) << '\n';
  }
}

void write_options(CLI::App& app, std::ostream& out) {
  for (const std::string& group : app.get_groups()) {
    const auto options =
        app.get_options([&](const CLI::Option* option) { return option->get_group() == group; });
    if (group.empty() || options.empty()) continue;
    out << fmt::format(".PP\n.I \"{}\"\n", escaped(group));
    for (const CLI::Option* option : options) write_option(*option, out);
  }
}

void write_command(CLI::App& command, std::ostream& out) {
  out << fmt::format(".SS \"remit {}\"\n{}\n", escaped(command.get_name()),
                     escaped(command.get_description()));
  write_options(command, out);
  write_text(command.get_footer(), out);
}

void write_names(CLI::App& program, const std::vector<CLI::App*>& commands, std::ostream& out) {
  out << fmt::format(".TH REMIT 1 \"\" \"remit {}\" \"User Commands\"\n", REMIT_VERSION);
  out << ".SH NAME\nremit \\- audit of social\\-work case allocations against written rules\n"
         ".SH SYNOPSIS\n";
  for (const CLI::App* command : commands) {
    out << fmt::format(".B remit {}\n[options]\n.br\n", escaped(command->get_name()));
  }
  out << ".SH DESCRIPTION\n";
  write_text(program.get_description(), out);
  write_text(program.get_footer(), out);
}

}  // namespace

void write_manual_page(CLI::App& program, std::ostream& out) {
  const auto commands = program.get_subcommands([](CLI::App*) { return true; });
  write_names(program, commands, out);
  out << ".SH COMMANDS\n";
  for (CLI::App* command : commands) write_command(*command, out);
}

}  // namespace remit::cli
