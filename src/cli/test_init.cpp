#include "cli/test_init.h"

#include <fmt/format.h>

#include "audit/only.h"
#include "cases/init/draft.h"
#include "cli/progress.h"
#include "text/render.h"

namespace remit::cli {
namespace {

using findings::ExitStatus;

/// A table of reserved tasks has several rules; one is to be named.
bool check_rule(const std::string& id, const rules::RuleSet& rules,
                text::Diagnostics& diagnostics) {
  if (!auditing::check_ids({id}, rules, diagnostics)) return false;
  std::string lines;
  for (const rules::Rule& rule : rules.rules) {
    if (rule.id == id && rule.disabled) {
      diagnostics.error("rule-disabled", rule.where, fmt::format("the rule `{}` is disabled", id),
                        "there is nothing to be tested as long as it is");
      return false;
    }
    if (rule.id == id) return true;
    if (rule.id.starts_with(id + ".")) lines += (lines.empty() ? "`" : ", `") + rule.id + "`";
  }
  diagnostics.error("several-rules", {}, fmt::format("`{}` is a table of several rules", id),
                    "name one of them: " + lines);
  return false;
}

std::optional<cases::init::Draft> draft(const std::string& rule,
                                        const std::vector<std::string>& paths,
                                        const std::string& home, const Terminal& terminal,
                                        text::Diagnostics& diagnostics) {
  const rules::DiskReader reader;
  rules::LoadOptions options;
  options.home = home;
  const auto rules = rules::load(paths, options, reader, diagnostics);
  if (!rules || !check_rule(rule, *rules, diagnostics)) return std::nullopt;
  Progress progress(terminal.error_is_terminal);
  progress.show("trying small worlds");
  return cases::init::draft_cases(*rules, rule, home, reader, diagnostics);
}

}  // namespace

ExitStatus init_cases(const std::string& rule, const std::vector<std::string>& paths,
                      const std::string& home, Output& output, const Terminal& terminal) {
  text::Diagnostics diagnostics;
  const auto made = draft(rule, paths, home, terminal, diagnostics);
  tell(text::render(diagnostics, terminal.error_colour));
  if (!made) return ExitStatus::kWrongInput;
  text::Diagnostics writing;
  output.stream() << made->text;
  if (!output.finish(writing)) {
    tell(text::render(writing, terminal.error_colour));
    return ExitStatus::kWrongInput;
  }
  for (const std::string& words : made->not_found) {
    tell(fmt::format("remit: found no case for `{}`: {}; write it by hand\n", rule, words));
  }
  return made->not_found.empty() ? ExitStatus::kClean : ExitStatus::kBreaches;
}

}  // namespace remit::cli
