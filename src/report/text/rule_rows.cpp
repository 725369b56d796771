#include "report/text/rule_rows.h"

#include <algorithm>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/text/display.h"
#include "report/text/phrase.h"

namespace remit::report::text {
namespace {

constexpr std::size_t kNarrowestMessage = 30;
constexpr std::size_t kStackedIndent = 4;
constexpr std::size_t kNeedsShown = 3;

/// The texts of a row, printable but for message and note.
struct Row {
  std::string verdict;
  std::string subject;
  std::string when;
  std::string message;
  std::string note;  ///< what an unknown needs; who waived it
  std::string past;  ///< against the baseline
  Tone tone = Tone::kPlain;
};

struct Widths {
  std::size_t verdict = 7;
  std::size_t subject = 0;
  std::size_t when = 4;
  std::size_t message_start() const { return 2 + verdict + 2 + subject + 2 + when + 2; }
};

std::string needs(const rules::Outcome& outcome) {
  std::vector<std::string> cells;
  for (const rules::Need& need : outcome.needs) {
    if (cells.size() == kNeedsShown) break;
    cells.push_back(fmt::format("{} {}{}{}", need.resource, need.key, need.field.empty() ? "" : " ",
                                need.field));
  }
  if (cells.empty()) return "";
  const std::size_t rest = outcome.needs.size() - cells.size();
  const std::string more = rest > 0 ? fmt::format(" and {} more", number(rest)) : "";
  return fmt::format("needs: {}{}", fmt::join(cells, "; "), more);
}

Row make_row(const findings::Audit& audit, const findings::Finding& finding) {
  const rules::Outcome& outcome = finding.outcome;
  const findings::Waiver* waiver = findings::waiver_of(audit, finding);
  const findings::History* history = findings::history_of(audit, finding);
  return {std::string(findings::word(outcome.verdict)),
          printable(outcome.subject.key),
          when(outcome, audit.as_of),
          outcome.message,
          waiver ? waived(*waiver) : needs(outcome),
          history ? told(*history) : "",
          tone(outcome.verdict)};
}

Widths measure(const std::vector<Row>& rows, const std::string& entity) {
  Widths widths;
  widths.subject = width(entity);
  for (const Row& row : rows) {
    widths.verdict = std::max(widths.verdict, width(row.verdict));
    widths.subject = std::max(widths.subject, width(row.subject));
    widths.when = std::max(widths.when, width(row.when));
  }
  return widths;
}

std::string columns(const Page& page, const Widths& widths, const Row& row) {
  return "  " + page.paint(pad(row.verdict, widths.verdict), row.tone) + "  " +
         pad(row.subject, widths.subject) + "  " + pad(row.when, widths.when) + "  ";
}

void write_beside(Page& page, const Widths& widths, const Row& row) {
  const std::size_t start = widths.message_start();
  std::string line = columns(page, widths, row);
  for (const std::string& part : wrap(row.message, page.width() - start)) {
    page.line(line + part);
    line = std::string(start, ' ');
  }
  if (!row.note.empty()) page.paragraph(row.note, start, Tone::kFaint);
  if (!row.past.empty()) page.paragraph(row.past, start, Tone::kFaint);
}

void write_stacked(Page& page, const Row& row) {
  const std::string plain = "  " + row.verdict + "  " + row.subject + "  " + row.when;
  if (width(plain) <= page.width()) {
    page.line("  " + page.paint(row.verdict, row.tone) + "  " + row.subject + "  " + row.when);
  } else {
    page.line("  " + page.paint(row.verdict, row.tone) + "  " + row.when);
    page.paragraph(row.subject, kStackedIndent);
  }
  if (!row.message.empty()) page.paragraph(row.message, kStackedIndent);
  if (!row.note.empty()) page.paragraph(row.note, kStackedIndent, Tone::kFaint);
  if (!row.past.empty()) page.paragraph(row.past, kStackedIndent, Tone::kFaint);
}

/// How many lines the rows take when a message has so much room and `extra` lines besides.
std::size_t count_lines(const std::vector<Row>& rows, std::size_t room, std::size_t extra) {
  std::size_t lines = 0;
  for (const Row& row : rows) lines += extra + wrap(row.message, room).size();
  return lines;
}

/// Side by side where there is room and it is no longer than one under the other.
bool fits_beside(const Page& page, const std::vector<Row>& rows, const Widths& widths) {
  const std::size_t start = widths.message_start();
  if (start + kNarrowestMessage > page.width()) return false;
  return count_lines(rows, page.width() - start, 0) <=
         count_lines(rows, page.width() - kStackedIndent, 1);
}

}  // namespace

void write_rows(Page& page, const findings::Audit& audit,
                std::span<const findings::Finding* const> findings) {
  std::vector<Row> rows;
  for (const findings::Finding* finding : findings) rows.push_back(make_row(audit, *finding));
  if (rows.empty()) return;
  const std::string entity = printable(findings.front()->outcome.subject.entity);
  const Widths widths = measure(rows, entity);
  if (!fits_beside(page, rows, widths)) {
    for (const Row& row : rows) write_stacked(page, row);
    return;
  }
  const Row titles{"verdict", entity, "when", "what", "", "", Tone::kPlain};
  page.line(page.paint(columns(page, widths, titles) + titles.message, Tone::kFaint));
  for (const Row& row : rows) write_beside(page, widths, row);
}

}  // namespace remit::report::text
