#include <fmt/format.h>

#include "findings/verdict.h"
#include "measure/reports/reports.h"
#include "report/text/display.h"
#include "report/text/page.h"
#include "report/text/phrase.h"
#include "report/text/table.h"

namespace remit::measure {
namespace {

using report::text::Cell;
using report::text::Page;
using report::text::printable;
using report::text::Tone;

Tone tone(const RuleCoverage& rule) {
  if (rule.cases == 0) return Tone::kBad;
  return rule.seen == rule.possible ? Tone::kGood : Tone::kDoubtful;
}

/// `true`, `false and unknown`.
std::string in_words(const engine::Seen& seen) {
  std::vector<std::string> words;
  if (seen.is_true) words.emplace_back("true");
  if (seen.is_false) words.emplace_back("false");
  if (seen.is_unknown) words.emplace_back("unknown");
  return report::text::listed(words);
}

/// On one line, as it is written.
std::string written(const text::Location& where) {
  std::string line;
  for (const char c : where.file->slice(where.span)) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  return printable(line);
}

/// What stands where in a rule, and what no case shows of it.
void write_place(Page& page, const std::string& key, const text::Location& where,
                 const std::string& what) {
  const text::Place at = where.file->place(where.span.begin);
  page.paragraph(fmt::format("{}:{}:{}: {} `{}`: {}", printable(where.file->path()), at.line,
                             at.column, key, written(where), what),
                 2, 6, Tone::kPlain);
}

void write_gaps(Page& page, const RuleCoverage& rule) {
  if (rule.seen == rule.possible) return;
  page.line();
  page.line(page.paint(printable(rule.name), Tone::kStrong));
  if (rule.cases == 0) return page.paragraph("no case tells anything of it", 2);
  for (const Gap& gap : rule.gaps) {
    write_place(page, gap.place, gap.where, "never " + in_words(gap.missing));
  }
  for (const Use& use : rule.unused) write_place(page, use.key, use.where, use.otherwise);
  std::vector<std::string> verdicts;
  for (const rules::Verdict verdict : rule.verdicts) {
    verdicts.emplace_back(findings::word(verdict));
  }
  if (!verdicts.empty()) {
    page.paragraph("no case comes to " + report::text::listed(verdicts), 2);
  }
}

}  // namespace

void write_text(const Coverage& coverage, const cases::ReportOptions& options, std::ostream& out) {
  report::Options look;
  look.width = options.width;
  look.colour = options.colour;
  Page page(look, out);
  page.heading("Coverage");
  std::vector<std::vector<Cell>> rows;
  for (const RuleCoverage& rule : coverage.rules) {
    rows.push_back({{printable(rule.name)},
                    {report::text::number(rule.cases)},
                    {fmt::format("{} of {}", rule.seen, rule.possible)},
                    {fmt::format("{}%", percent(rule.seen, rule.possible)), tone(rule)}});
  }
  write_table(page, {{"rule"}, {"cases", true}, {"outcomes", true}, {"share", true}}, rows);
  for (const RuleCoverage& rule : coverage.rules) write_gaps(page, rule);
  page.line();
  const bool all = coverage.seen == coverage.possible;
  page.line(page.paint(
      fmt::format("coverage: {}% ({} of {} outcomes)", percent(coverage.seen, coverage.possible),
                  coverage.seen, coverage.possible),
      all ? Tone::kGood : Tone::kDoubtful));
}

}  // namespace remit::measure
