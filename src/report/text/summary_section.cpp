#include <algorithm>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/text/display.h"
#include "report/text/phrase.h"
#include "report/text/sections.h"
#include "report/text/table.h"

namespace remit::report::text {
namespace {

using findings::of;

constexpr std::size_t kNarrowestTitle = 20;
using Titles = std::array<std::string_view, rules::kVerdicts>;
constexpr Titles kLong{"violation", "unknown", "due", "waived", "pass", "not applicable"};
constexpr Titles kShort{"viol.", "unkn.", "due", "waiv.", "pass", "n/a"};

std::vector<TableColumn> count_columns(const Titles& titles, std::string_view subjects) {
  std::vector<TableColumn> columns{{"rule"}, {std::string(subjects), true}};
  for (const std::string_view title : titles) columns.push_back({std::string(title), true});
  return columns;
}

std::vector<Cell> count_row(const std::string& name, const rules::Tally& tally) {
  std::vector<Cell> row{{name}, {number(tally.subjects)}};
  for (const rules::Verdict verdict : findings::kAllVerdicts) {
    const std::size_t count = of(tally.verdicts, verdict);
    row.push_back({number(count), count == 0 ? Tone::kFaint : tone(verdict)});
  }
  return row;
}

rules::Tally total(const findings::Audit& audit) {
  rules::Tally sum;
  for (const findings::RuleResult& rule : audit.rules) {
    sum.subjects += rule.tally.subjects;
    for (std::size_t i = 0; i < rules::kVerdicts; ++i) {
      sum.verdicts[i] += rule.tally.verdicts[i];
    }
  }
  return sum;
}

void add_titles(std::vector<TableColumn>& columns, std::vector<std::vector<Cell>>& rows,
                const std::vector<std::string>& titles, std::size_t room) {
  columns.push_back({"title"});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].push_back({i < titles.size() ? cut(titles[i], room) : "", Tone::kFaint});
  }
}

/// The same where a table would not fit: `EC-1  3 subjects: 1 violation, 2 pass`.
void write_counts_as_text(Page& page, const findings::Audit& audit) {
  for (const findings::RuleResult& rule : audit.rules) {
    if (!rule.was_run()) continue;
    const std::string counts = counted(rule.tally.verdicts);
    page.paragraph(fmt::format("{}  {}{}{}", rule.id, counted(rule.tally.subjects, "subject"),
                               counts.empty() ? "" : ": ", counts),
                   2, 4, Tone::kPlain);
  }
}

void write_counts_as_table(Page& page, const findings::Audit& audit) {
  std::vector<std::vector<Cell>> rows;
  std::vector<std::string> titles;
  for (const findings::RuleResult& rule : audit.rules) {
    if (!rule.was_run()) continue;
    rows.push_back(count_row(printable(rule.id), rule.tally));
    titles.push_back(printable(rule.title));
  }
  if (rows.size() > 1) rows.push_back(count_row("all", total(audit)));
  std::vector<TableColumn> columns = count_columns(kLong, "subjects");
  if (table_width(columns, rows) > page.width()) columns = count_columns(kShort, "subj.");
  const std::size_t taken = table_width(columns, rows) + 2;
  if (taken > page.width() + 2) return write_counts_as_text(page, audit);
  if (taken + kNarrowestTitle <= page.width()) {
    add_titles(columns, rows, titles, page.width() - taken);
  }
  write_table(page, columns, rows);
}

/// Every rule that was run, a line each, and their sum.
void write_rule_counts(Page& page, const findings::Audit& audit) {
  if (std::none_of(audit.rules.begin(), audit.rules.end(),
                   [](const auto& rule) { return rule.was_run(); })) {
    return;
  }
  page.heading("Subjects of each rule, each counted once under its worst verdict");
  write_counts_as_table(page, audit);
}

void write_idle_rules(Page& page, const findings::Audit& audit) {
  bool first = true;
  for (const findings::RuleResult& rule : audit.rules) {
    if (!rule.tally.not_run && !rule.tally.vacuous) continue;
    if (first) page.heading("Rules that settle nothing in this data");
    first = false;
    const std::string what = rule.tally.not_run ? "not run: " + *rule.tally.not_run
                             : rule.tally.subjects == 0
                                 ? "vacuous: there was no subject"
                                 : "vacuous: no subject could have broken it";
    page.paragraph(fmt::format("{}  {}", rule.id, what), 2, 4, Tone::kDoubtful);
  }
}

bool is_complete(const findings::DataCounts& counts) { return counts.kept == counts.read; }

/// How many rows there are in the tables of which every row was kept.
std::string complete_tables(const findings::Audit& audit) {
  std::size_t rows = 0;
  std::size_t tables = 0;
  for (const findings::DataCounts& counts : audit.data_counts) {
    if (!is_complete(counts)) continue;
    rows += counts.kept;
    ++tables;
  }
  if (tables == 0) return "";
  const bool all = tables == audit.data_counts.size();
  return fmt::format("{} {}: {} read, all kept", all ? "in" : "in the other",
                     counted(tables, "table"), counted(rows, "row"));
}

/// The tables of which rows were left out, and the others in one line.
void write_data_counts(Page& page, const findings::Audit& audit) {
  if (audit.data_counts.empty()) return;
  std::vector<std::vector<Cell>> rows;
  for (const findings::DataCounts& counts : audit.data_counts) {
    if (is_complete(counts)) continue;
    rows.push_back({{printable(counts.resource)},
                    {number(counts.read)},
                    {number(counts.kept)},
                    {number(counts.rejected), counts.rejected > 0 ? Tone::kBad : Tone::kPlain},
                    {number(counts.later)}});
  }
  page.heading("Rows of the data: read = kept + rejected + later than the as-of date");
  if (!rows.empty()) {
    write_table(page,
                {{"table"}, {"read", true}, {"kept", true}, {"rejected", true}, {"later", true}},
                rows);
  }
  const std::string complete = complete_tables(audit);
  if (!complete.empty()) page.paragraph(complete, 2);
}

}  // namespace

void write_summary(Page& page, const findings::Audit& audit) {
  write_data_counts(page, audit);
  write_rule_counts(page, audit);
  write_idle_rules(page, audit);
  if (!audit.baseline) return;
  page.heading("Against " + audit.baseline->file + " as of " +
               value::to_string(audit.baseline->as_of));
  page.paragraph(counted(*audit.baseline), 2);
}

}  // namespace remit::report::text
