#include <fmt/format.h>

#include <ostream>

#include "measure/reports/reports.h"
#include "report/text/display.h"
#include "report/text/page.h"
#include "report/text/phrase.h"
#include "report/text/table.h"
#include "text/render.h"

namespace remit::measure {
namespace {

using report::text::Cell;
using report::text::Page;
using report::text::printable;
using report::text::Tone;

std::size_t unexplained(const RuleMutants& rule) { return rule.survivors.size() - rule.explained; }

/// A survivor as the rest of the program shows what is doubtful in a file.
text::Diagnostic as_diagnostic(const Survivor& survivor) {
  text::Diagnostic diagnostic;
  diagnostic.severity = text::Severity::kWarning;
  diagnostic.code = "survivor";
  diagnostic.where = survivor.mutant.where;
  const mutation::Mutant& mutant = survivor.mutant;
  diagnostic.message =
      mutant.shared.empty()
          ? fmt::format("survives all cases of `{}`: {}", survivor.rule, mutant.change)
          : fmt::format("survives all cases, in the {}: {}", mutant.shared, mutant.change);
  diagnostic.help = survivor.because.empty()
                        ? fmt::format("add {}; or explain the mutant `{}` of `{}`",
                                      mutant.missing_case, mutant.id, survivor.rule)
                        : "explained: " + survivor.because;
  return diagnostic;
}

void write_survivors(const RuleMutants& rule, const cases::ReportOptions& options,
                     std::ostream& out) {
  if (rule.cases == 0) return;  // a list of everything would say no more than the table
  for (const Survivor& survivor : rule.survivors) {
    if (!survivor.because.empty() && !options.verbose) continue;
    out << text::render(as_diagnostic(survivor), options.colour);
  }
}

void write_counts(const Mutants& mutants, Page& page) {
  std::vector<std::vector<Cell>> rows;
  for (const RuleMutants& rule : mutants.rules) {
    rows.push_back({{printable(rule.name)},
                    {report::text::number(rule.cases)},
                    {report::text::number(rule.mutants)},
                    {report::text::number(rule.noticed)},
                    {report::text::number(rule.explained)},
                    {report::text::number(unexplained(rule)),
                     unexplained(rule) == 0 ? Tone::kGood : Tone::kBad}});
  }
  write_table(page,
              {{"rule"},
               {"cases", true},
               {"mutants", true},
               {"noticed", true},
               {"explained", true},
               {"survive", true}},
              rows);
}

}  // namespace

void write_text(const Mutants& mutants, const cases::ReportOptions& options, std::ostream& out) {
  report::Options look;
  look.width = options.width;
  look.colour = options.colour;
  Page page(look, out);
  page.heading("Mutants");
  for (const RuleMutants& rule : mutants.rules) write_survivors(rule, options, out);
  for (const text::Diagnostic& stale : mutants.stale) out << text::render(stale, options.colour);
  write_counts(mutants, page);
  page.line();
  std::string text = fmt::format("{}: {} noticed", report::text::counted(mutants.mutants, "mutant"),
                                 report::text::number(mutants.noticed));
  if (mutants.explained > 0) {
    text += fmt::format(", {} explained", report::text::number(mutants.explained));
  }
  const std::size_t left = mutants.unexplained();
  if (left > 0) {
    text += fmt::format(", {} survive{}", report::text::number(left), left == 1 ? "s" : "");
  }
  page.line(page.paint(text, left == 0 ? Tone::kGood : Tone::kBad));
}

}  // namespace remit::measure
