#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "layout/difference.h"
#include "layout/layout.h"
#include "rules/ruleset.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

constexpr const char* kStandardInput = "-";

struct FmtWords {
  std::vector<std::string> paths;
  bool check = false;
};

bool is_yaml(const std::string& path) {
  const std::string ending = std::filesystem::path(path).extension().string();
  return ending == ".yaml" || ending == ".yml";
}

/// Lays out the files of a run, one after the other, whatever happens to the ones before.
class FmtRun {
 public:
  explicit FmtRun(const FmtWords& words)
      : words_(words), out_(Output::open("", "", diagnostics_)) {}

  ExitStatus run() {
    for (const std::string& path : words_.paths) take(path);
    text::Diagnostics writing;
    if (!out_->finish(writing)) {
      tell(text::render(writing));
      return ExitStatus::kWrongInput;
    }
    tell(text::render(diagnostics_, look_at_terminal().error_colour));
    if (fault_) return ExitStatus::kFault;
    if (diagnostics_.has_errors()) return ExitStatus::kWrongInput;
    return words_.check && changes_ > 0 ? ExitStatus::kBreaches : ExitStatus::kClean;
  }

 private:
  void take(const std::string& path) {
    if (path == kStandardInput) return standard_input();
    const auto inside = reader_.list(path);
    if (!inside) return file(path);
    std::size_t found = 0;
    for (const std::string& below : *inside) {
      if (!is_yaml(below)) continue;
      ++found;
      file(below);
    }
    if (found > 0) return;
    diagnostics_.error("no-file", {}, fmt::format("there is no YAML file in `{}`", path),
                       "files to lay out end in `.yaml`");
  }

  void standard_input() {
    const std::string content{std::istreambuf_iterator<char>(std::cin), {}};
    if (const auto laid_out = lay_out("standard input", content)) {
      if (!words_.check) {
        out_->stream() << *laid_out;
      } else if (*laid_out != content) {
        report("standard input", content, *laid_out);
      }
    }
  }

  /// A file that two paths name is laid out once.
  void file(const std::string& path) {
    if (!seen_.insert(reader_.identity(path)).second) return;
    const auto content = reader_.read(path);
    if (!content) {
      diagnostics_.error("no-file", {}, fmt::format("there is no file at `{}`", path),
                         "give the path of a file or of a folder");
      return;
    }
    const auto laid_out = lay_out(path, *content);
    if (!laid_out || *laid_out == *content) return;
    if (words_.check) return report(path, *content, *laid_out);
    rewrite(path, *laid_out);
  }

  std::optional<std::string> lay_out(const std::string& path, const std::string& content) {
    layout::LaidOut laid_out =
        layout::lay_out(std::make_shared<const text::SourceFile>(path, content), diagnostics_);
    fault_ = fault_ || laid_out.outcome == layout::Outcome::kFault;
    if (laid_out.outcome != layout::Outcome::kLaidOut) return std::nullopt;
    return std::move(laid_out.text);
  }

  void report(const std::string& path, const std::string& before, const std::string& after) {
    ++changes_;
    out_->stream() << path << '\n' << layout::first_difference(before, after);
  }

  void rewrite(const std::string& path, const std::string& text) {
    const auto target = Output::open(path, "fmt", diagnostics_);
    if (!target) return;
    target->stream() << text;
    if (target->finish(diagnostics_)) out_->stream() << path << '\n';
  }

  const FmtWords& words_;
  text::Diagnostics diagnostics_;
  std::unique_ptr<Output> out_;
  rules::DiskReader reader_;
  std::set<std::string> seen_;
  std::size_t changes_ = 0;
  bool fault_ = false;
};

ExitStatus complain(const std::string& message, const std::string& help) {
  text::Diagnostics diagnostics;
  diagnostics.error("option-missing", {}, message, help);
  tell(text::render(diagnostics, look_at_terminal().error_colour));
  return ExitStatus::kWrongInput;
}

ExitStatus lay_out_all(const FmtWords& words) {
  if (words.paths.empty()) {
    return complain("there is nothing to lay out",
                    "name files or folders, as in `remit fmt rules`, or `-` for standard input");
  }
  return FmtRun(words).run();
}

}  // namespace

std::function<ExitStatus()> declare_fmt(CLI::App& app) {
  const auto words = std::make_shared<FmtWords>();
  app.add_option("PATH", words->paths,
                 "files, folders (all YAML files in them and\nbelow), or `-`: standard input to "
                 "standard output")
      ->type_name("");
  app.add_flag("--check", words->check,
               "change nothing; name the files that would\nchange, with their first difference, "
               "and fail");
  app.footer(std::string(fmt_footer()));
  return [words] { return lay_out_all(*words); };
}

}  // namespace remit::cli
