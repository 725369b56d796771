#pragma once

#include <optional>
#include <string>

#include "cli/check_options.h"
#include "cli/input_options.h"
#include "project/load.h"
#include "text/diagnostic.h"

// The project file of a folder, and what commands take from it. Options of the command line win.
namespace remit::cli {

/// The day of the clock, YYYY-MM-DD: only what says `today` asks for it.
std::string today_text();

/// Declares `--project`.
void declare_project(CLI::App& app, std::string& path);

/// The project file that was named (or the one in a folder that was), else `remit.yaml` in the
/// current folder or the nearest one above it, up to the top of a git repository. One that is not
/// in the current folder is told of on standard error. Nothing where there is none, or (with
/// errors) where it has mistakes.
std::optional<project::Project> find_project(const std::string& path,
                                             text::Diagnostics& diagnostics);

/// What the words leave open comes from the project. Whoever names both rules and data asks for
/// something by itself: then only a project that is named counts.
InputWords with_project(const InputWords& words, text::Diagnostics& diagnostics);
CheckWords with_project(const CheckWords& words, text::Diagnostics& diagnostics);

}  // namespace remit::cli
