#include <memory>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/complete.h"
#include "cli/completion_scripts.h"
#include "cli/help.h"
#include "cli/option_values.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

struct CompletionWords {
  bool next = false;
  std::vector<std::string> words;  ///< the shell, or with `next` what was typed
};

/// A line each: `WORD<tab>what it is`, then `:files` or `:folders` where these fit too.
void list(const Completion& completion, std::ostream& out) {
  for (const Candidate& candidate : completion.candidates) {
    out << candidate.word;
    if (!candidate.about.empty()) out << '\t' << candidate.about;
    out << '\n';
  }
  if (completion.files) out << ":files\n";
  if (completion.folders) out << ":folders\n";
}

std::optional<std::size_t> read_shell(const CompletionWords& words,
                                      text::Diagnostics& diagnostics) {
  if (words.words.size() == 1) {
    return read_word("SHELL", words.words.front(), shell_names(), diagnostics);
  }
  diagnostics.error("option-missing", {}, "name one shell", "as in `remit completion bash`");
  return std::nullopt;
}

bool write(CLI::App& program, const CompletionWords& words, std::ostream& out,
           text::Diagnostics& diagnostics) {
  if (words.next) {
    list(complete(program, words.words), out);
    return true;
  }
  const auto shell = read_shell(words, diagnostics);
  if (shell) out << completion_script(*shell);
  return shell.has_value();
}

ExitStatus complete_words(CLI::App& program, const CompletionWords& words) {
  text::Diagnostics diagnostics;
  const auto out = Output::open("", "", diagnostics);
  if (write(program, words, out->stream(), diagnostics) && out->finish(diagnostics)) {
    return ExitStatus::kClean;
  }
  tell(text::render(diagnostics, look_at_terminal().error_colour));
  return ExitStatus::kWrongInput;
}

}  // namespace

std::function<ExitStatus()> declare_completion(CLI::App& app) {
  const auto words = std::make_shared<CompletionWords>();
  app.add_option("SHELL", words->words, "bash, zsh or fish")
      ->check(choices(shell_names()))
      ->type_name("");
  app.add_flag("--next", words->next,
               "list what can follow the words after `--`, of which\nthe last is being typed; this "
               "is what the scripts ask");
  app.footer(std::string(completion_footer()));
  CLI::App* program = app.get_parent();
  return [words, program] { return complete_words(*program, *words); };
}

}  // namespace remit::cli
