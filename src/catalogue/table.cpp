#include "report/text/table.h"
#include "catalogue/write.h"
#include "findings/verdict.h"
#include "report/text/display.h"
#include "report/text/phrase.h"

namespace remit::catalogue {
namespace {

namespace text = report::text;

constexpr std::size_t kNarrowestTitle = 24;

std::string in_force(const rules::Rule& rule) {
  if (rule.disabled) return "disabled";
  return text::when(findings::Window{rule.effective.from, rule.effective.to});
}

std::vector<text::Cell> row(const rules::Rule& rule) {
  const text::Tone tone = rule.disabled ? text::Tone::kFaint : text::Tone::kPlain;
  return {{text::printable(rule.id), text::Tone::kStrong},
          {std::string(kind_word(rule.kind)), tone},
          {std::string(findings::word(rule.severity)), text::tone(rule.severity)},
          {in_force(rule), tone},
          {text::printable(rule.title), tone}};
}

/// Cuts the titles to what is left of the line; a width of 0 is any.
void fit(std::vector<std::vector<text::Cell>>& rows, const std::vector<text::TableColumn>& columns,
         std::size_t width) {
  const std::size_t whole = text::table_width(columns, rows);
  std::size_t widest = 0;
  for (const auto& cells : rows) widest = std::max(widest, text::width(cells.back().text));
  if (whole <= width) return;
  const std::size_t left = widest > whole - width ? widest - (whole - width) : 0;
  for (auto& cells : rows) {
    cells.back().text = text::cut(cells.back().text, std::max(left, kNarrowestTitle));
  }
}

}  // namespace

void write_table(const Listing& listing, const report::Options& options, std::ostream& out) {
  text::Page page(options, out);
  const std::vector<text::TableColumn> columns{
      {"rule"}, {"kind"}, {"severity"}, {"in force"}, {"title"}};
  std::vector<std::vector<text::Cell>> rows;
  for (const Entry& entry : listing.entries) rows.push_back(row(*entry.rule));
  if (options.width > 0) fit(rows, columns, page.width());
  if (!rows.empty()) text::write_table(page, columns, rows);
  const std::size_t all = listing.rules->rules.size();
  if (!rows.empty()) page.line();
  page.line(rows.size() == all ? text::counted(all, "rule")
                               : text::number(rows.size()) + " of " + text::counted(all, "rule"));
}

}  // namespace remit::catalogue
