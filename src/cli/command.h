#pragma once

#include <functional>
#include <span>
#include <string_view>

#include <CLI/App.hpp>

#include "findings/status.h"

namespace remit::cli {

/// One thing that the program does: `remit NAME ...`.
struct Command {
  std::string_view name;
  std::string_view about;
  /// Declares the options; gives what runs when they have been read.
  std::function<findings::ExitStatus()> (*declare)(CLI::App& app);
};

std::span<const Command> commands();

// One a file.
std::function<findings::ExitStatus()> declare_check(CLI::App& app);
std::function<findings::ExitStatus()> declare_init(CLI::App& app);
std::function<findings::ExitStatus()> declare_compare(CLI::App& app);
std::function<findings::ExitStatus()> declare_explain(CLI::App& app);
std::function<findings::ExitStatus()> declare_waive(CLI::App& app);
std::function<findings::ExitStatus()> declare_pseudonym_command(CLI::App& app);
std::function<findings::ExitStatus()> declare_precheck(CLI::App& app);
std::function<findings::ExitStatus()> declare_due(CLI::App& app);
std::function<findings::ExitStatus()> declare_who(CLI::App& app);
std::function<findings::ExitStatus()> declare_test(CLI::App& app);
std::function<findings::ExitStatus()> declare_fmt(CLI::App& app);
std::function<findings::ExitStatus()> declare_lint(CLI::App& app);
std::function<findings::ExitStatus()> declare_rules(CLI::App& app);
std::function<findings::ExitStatus()> declare_docs(CLI::App& app);
std::function<findings::ExitStatus()> declare_completion(CLI::App& app);
std::function<findings::ExitStatus()> declare_manual(CLI::App& app);

}  // namespace remit::cli
