#include "report/published.h"

#include <algorithm>
#include <array>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "findings/verdict.h"
#include "report/cell_text.h"
#include "report/json_text.h"
#include "report/text/table.h"

namespace remit::report {
namespace {

using findings::PublishedRow;
using findings::PublishedTable;

std::string about(std::size_t least) {
  return fmt::format(
      "Counts above 0 and below {} are not shown (<{}), and others (*) from which they could be "
      "reckoned.",
      least, least);
}

/// `violation`, ..., `subjects`: the columns of a table.
std::vector<std::string> columns() {
  std::vector<std::string> names;
  for (const rules::Verdict verdict : findings::kAllVerdicts) {
    names.emplace_back(findings::word(verdict));
  }
  names.emplace_back("subjects");
  return names;
}

std::vector<std::string> cells_of(const PublishedRow& row, std::size_t least) {
  std::vector<std::string> cells;
  for (const findings::PublishedCount& count : row) {
    cells.push_back(findings::to_string(count, least));
  }
  return cells;
}

Json json_row(const PublishedRow& row, std::size_t least) {
  Json json;
  const std::vector<std::string> names = columns();
  for (std::size_t c = 0; c < row.size(); ++c) {
    const bool whole = row[c].shown == findings::PublishedCount::Shown::kCount;
    json[names[c]] = whole ? Json(row[c].count) : Json(findings::to_string(row[c], least));
  }
  return json;
}

std::vector<text::Cell> text_row(const std::string& name, const PublishedRow& row,
                                 const std::string& title, std::size_t least) {
  std::vector<text::Cell> cells{{name}};
  for (std::string& cell : cells_of(row, least)) cells.push_back({std::move(cell)});
  cells.push_back({title});
  return cells;
}

std::string csv_cell(const std::string& value) {
  std::string quoted = "\"";
  for (const char c : cell_text(value)) {
    if (c == '"') quoted += c;
    quoted += c;
  }
  return quoted + "\"";
}

void write_published_csv(const findings::Audit& audit, const PublishedTable& table,
                         const Options& /*options*/, std::ostream& out) {
  out << fmt::format("rule,title,{}\r\n", fmt::join(columns(), ","));
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    out << fmt::format("{},{},{}\r\n", csv_cell(audit.rules[r].id), csv_cell(audit.rules[r].title),
                       fmt::join(cells_of(table.rows[r], table.least), ","));
  }
  out << fmt::format("all,,{}\r\n", fmt::join(cells_of(table.all, table.least), ","));
}

constexpr std::array kFormats{
    PublishedFormat{"text", write_published_text},
    PublishedFormat{"json", write_published_json},
    PublishedFormat{"csv", write_published_csv},
};

}  // namespace

const PublishedFormat* find_published(std::string_view name) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const PublishedFormat& each) { return each.name == name; });
  return found == kFormats.end() ? nullptr : found;
}

std::vector<std::string> published_names() {
  std::vector<std::string> names;
  for (const PublishedFormat& format : kFormats) names.emplace_back(format.name);
  return names;
}

void write_published_text(const findings::Audit& audit, const PublishedTable& table,
                          const Options& options, std::ostream& out) {
  text::Page page(options, out);
  page.paragraph(
      fmt::format("{} {}, as of {}", audit.ruleset, audit.version, value::to_string(audit.as_of)),
      0, text::Tone::kStrong);
  page.line();
  page.paragraph(about(table.least), 0);
  page.line();
  std::vector<text::TableColumn> titles{{"rule"}};
  for (const std::string& name : columns()) titles.push_back({name, true});
  titles.push_back({"title"});
  std::vector<std::vector<text::Cell>> rows;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const findings::RuleResult& rule = audit.rules[r];
    rows.push_back(text_row(rule.id, table.rows[r], rule.title, table.least));
  }
  rows.push_back(text_row("all", table.all, "", table.least));
  text::write_table(page, titles, rows);
}

void write_published_json(const findings::Audit& audit, const PublishedTable& table,
                          const Options& /*options*/, std::ostream& out) {
  Json json;
  json["as_of"] = value::to_string(audit.as_of);
  json["ruleset"] = audit.ruleset;
  json["version"] = audit.version;
  json["suppressed_below"] = table.least;
  json["about"] = about(table.least);
  json["rules"] = Json::array();
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    Json row = json_row(table.rows[r], table.least);
    row["rule"] = audit.rules[r].id;
    row["title"] = audit.rules[r].title;
    row["not_run"] = audit.rules[r].tally.not_run ? Json(*audit.rules[r].tally.not_run) : Json();
    json["rules"].push_back(std::move(row));
  }
  json["all"] = json_row(table.all, table.least);
  out << json_text(json, 2) << '\n';
}

}  // namespace remit::report
