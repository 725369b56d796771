#include "cli/command.h"
#include "cli/help.h"
#include "cli/manual_page.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

ExitStatus write(CLI::App& program) {
  text::Diagnostics diagnostics;
  const auto out = Output::open("", "", diagnostics);
  write_manual_page(program, out->stream());
  if (out->finish(diagnostics)) return ExitStatus::kClean;
  tell(text::render(diagnostics, look_at_terminal().error_colour));
  return ExitStatus::kWrongInput;
}

}  // namespace

std::function<ExitStatus()> declare_manual(CLI::App& app) {
  app.footer(std::string(manual_footer()));
  CLI::App* program = app.get_parent();
  return [program] { return write(*program); };
}

}  // namespace remit::cli
