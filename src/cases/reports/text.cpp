#include <fmt/format.h>

#include <algorithm>

#include "cases/match.h"
#include "cases/reports/reports.h"
#include "cases/words.h"
#include "findings/verdict.h"
#include "report/text/display.h"
#include "report/text/page.h"
#include "report/text/phrase.h"
#include "report/text/table.h"
#include "text/render.h"

namespace remit::cases {
namespace {

using report::text::Page;
using report::text::printable;
using report::text::Tone;

constexpr std::size_t kIndent = 4;
constexpr std::size_t kEvidenceShown = 12;

Tone tone(Status status) { return status == Status::kPassed ? Tone::kGood : Tone::kBad; }

std::string place(const std::string& path, const text::Location& where) {
  const std::size_t line = where.file ? where.file->place(where.span.begin).line : 0;
  return fmt::format("{}:{}", printable(path), line);
}

void write_name(Page& page, const FileResult& file, const Result& result) {
  page.line(fmt::format("{}: {}: {}", place(file.path, result.where),
                        page.paint(word(result.status), tone(result.status)),
                        page.paint(printable(result.name), Tone::kStrong)));
}

/// The lines of a difference: expected and found, finding by finding.
void add_lines(const Difference& difference, std::vector<std::vector<report::text::Cell>>& rows) {
  const std::size_t lines = std::max(difference.expected.size(), difference.found.size());
  const auto at = [](const std::vector<std::string>& texts, std::size_t i) {
    return i < texts.size() ? printable(texts[i]) : std::string();
  };
  for (std::size_t i = 0; i < lines; ++i) {
    rows.push_back({{i == 0 ? printable(difference.rule) : ""},
                    {i == 0 ? printable(difference.subject) : ""},
                    {at(difference.expected, i), Tone::kGood},
                    {at(difference.found, i), Tone::kBad}});
  }
}

/// Side by side, or one under the other where there is no room.
void write_side_by_side(Page& page, const std::vector<Difference>& differences) {
  const std::vector<report::text::TableColumn> columns{
      {"rule"}, {"subject"}, {"expected"}, {"found"}};
  std::vector<std::vector<report::text::Cell>> rows;
  for (const Difference& difference : differences) add_lines(difference, rows);
  if (report::text::table_width(columns, rows) <= page.width()) {
    return report::text::write_table(page, columns, rows);
  }
  for (const Difference& difference : differences) {
    page.paragraph(difference.rule + " " + difference.subject, 2);
    for (const std::string& text : difference.expected) {
      page.paragraph("expected: " + text, kIndent, kIndent + 2, Tone::kGood);
    }
    for (const std::string& text : difference.found) {
      page.paragraph("found: " + text, kIndent, kIndent + 2, Tone::kBad);
    }
  }
}

void write_evidence(Page& page, const rules::Outcome& outcome) {
  std::string text;
  for (std::size_t i = 0; i < outcome.evidence.size() && i < kEvidenceShown; ++i) {
    const rules::Evidence& read = outcome.evidence[i];
    text += fmt::format("{}{} = {}", text.empty() ? "read: " : "; ", read.path,
                        value::to_string(read.value));
  }
  if (text.empty()) return;
  if (outcome.evidence.size() > kEvidenceShown) {
    text += fmt::format("; and {} more", outcome.evidence.size() - kEvidenceShown);
  }
  page.paragraph(text, kIndent, kIndent + 2, Tone::kFaint);
}

void write_needs(Page& page, const rules::Outcome& outcome) {
  std::string text;
  for (const rules::Need& need : outcome.needs) {
    text += (text.empty() ? "needs: " : "; ") + in_words(need);
  }
  if (!text.empty()) page.paragraph(text, kIndent, kIndent + 2, Tone::kFaint);
}

/// What the rule says of the subject, finding by finding.
void write_explanation(Page& page, const Result& result, const Difference& difference) {
  if (!difference.hint.empty()) {
    page.paragraph(fmt::format("{}: {}", difference.subject, difference.hint), 2);
  }
  for (const rules::Outcome& outcome : difference.outcomes) {
    page.paragraph(
        fmt::format("{} {} {} {}", difference.rule, difference.subject,
                    findings::word(outcome.verdict), report::text::when(outcome, result.as_of)),
        2);
    if (!is_settled(outcome.verdict)) page.paragraph(outcome.message, kIndent);
    write_evidence(page, outcome);
    write_needs(page, outcome);
  }
}

/// A problem as the rest of the program shows one, shifted to the right.
void write_problem(Page& page, const text::Diagnostic& problem) {
  const std::string shown = text::render(problem, page.options().colour);
  for (std::size_t begin = 0; begin < shown.size();) {
    const std::size_t end = std::min(shown.find('\n', begin), shown.size());
    page.line("  " + shown.substr(begin, end - begin));
    begin = end + 1;
  }
}

void write_result(Page& page, const FileResult& file, const Result& result) {
  write_name(page, file, result);
  for (const text::Diagnostic& problem : result.problems) write_problem(page, problem);
  if (!result.differences.empty()) write_side_by_side(page, result.differences);
  for (const Difference& difference : result.differences) {
    write_explanation(page, result, difference);
  }
  page.line();
}

void write_unnamed(Page& page, const Result& result) {
  for (const Unnamed& unnamed : result.unnamed) {
    page.paragraph(fmt::format("not named: {} {} {}", unnamed.rule, unnamed.subject,
                               findings::word(unnamed.verdict)),
                   kIndent, Tone::kFaint);
  }
}

void write_summary(Page& page, const Run& run) {
  std::string text = fmt::format("{} in {}: {} passed", report::text::counted(run.cases(), "case"),
                                 report::text::counted(run.files.size(), "file"),
                                 report::text::number(run.passed));
  if (run.failed > 0) text += fmt::format(", {} failed", report::text::number(run.failed));
  if (run.wrong > 0) {
    text += fmt::format(", {} wrong in {} data", report::text::number(run.wrong),
                        run.wrong == 1 ? "its" : "their");
  }
  const bool clean = run.passed == run.cases();
  page.line(page.paint(text, clean ? Tone::kGood : Tone::kBad));
}

}  // namespace

void write_text(const Run& run, const ReportOptions& options, std::ostream& out) {
  report::Options look;
  look.width = options.width;
  look.colour = options.colour;
  Page page(look, out);
  for (const FileResult& file : run.files) {
    for (const Result& result : file.results) {
      if (result.status != Status::kPassed) {
        write_result(page, file, result);
      } else if (options.verbose) {
        write_name(page, file, result);
      }
      if (options.verbose) write_unnamed(page, result);
    }
  }
  write_summary(page, run);
}

}  // namespace remit::cases
