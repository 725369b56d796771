#include "cases/data_problems.h"

#include <fmt/format.h>

#include "audit/to_findings.h"

namespace remit::cases {
namespace {

bool matches(const ExpectedDataFinding& wanted, const findings::DataFinding& finding) {
  const auto is = [](const std::string& asked, const std::string& there) {
    return asked.empty() || asked == there;
  };
  return wanted.code == finding.code && is(wanted.table, finding.resource) &&
         is(wanted.row, finding.key) && is(wanted.field, finding.field);
}

std::string in_words(const ExpectedDataFinding& finding) {
  std::string text = finding.code;
  for (const std::string* part : {&finding.table, &finding.row, &finding.field}) {
    if (!part->empty()) text += " " + *part;
  }
  return text;
}

std::size_t line_of(const text::Location& where) {
  return where.file->place(where.span.begin).line;
}

/// The cell or row of the case that a finding is about, as near as it can be told.
text::Location place_of(const Case& test, const model::Model& model,
                        const findings::DataFinding& finding) {
  const auto t = model.table(finding.resource);
  if (!t) return test.where;
  const model::Table& table = model.tables[static_cast<std::size_t>(*t)];
  const std::vector<Row>& rows = test.tables[static_cast<std::size_t>(*t)];
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (!rows[r].where.file || line_of(rows[r].where) != finding.line) continue;
    if (!finding.key.empty() && row_key(table, rows, r) != finding.key) continue;
    const auto field = table.field(finding.field);
    return field ? rows[r].cells[static_cast<std::size_t>(*field)].where : rows[r].where;
  }
  return test.where;
}

std::string help_for(const std::string& code) {
  if (code == "DATA-KEY-DANGLING") return "add that row, or leave the cell out";
  if (code == "DATA-KEY-DUPLICATE") return "put other values into a row with `change`";
  return fmt::format("correct it; or, if it is meant, add `data_findings: [{}]` to the case", code);
}

text::Diagnostic problem(const Case& test, const model::Model& model,
                         const findings::DataFinding& finding) {
  text::Diagnostic diagnostic;
  diagnostic.code = finding.code;
  diagnostic.where = place_of(test, model, finding);
  diagnostic.message = finding.message;
  diagnostic.help = help_for(finding.code);
  return diagnostic;
}

}  // namespace

void compare_data_findings(const Case& test, const data::Dataset& data,
                           const std::vector<engine::CalendarMiss>& misses, Result& result) {
  std::vector<bool> came(test.data_findings.size(), false);
  for (const findings::DataFinding& finding : auditing::data_findings(data, misses)) {
    bool expected = false;
    for (std::size_t i = 0; i < came.size(); ++i) {
      if (!matches(test.data_findings[i], finding)) continue;
      came[i] = true;
      expected = true;
    }
    if (!expected) result.problems.push_back(problem(test, *data.model, finding));
  }
  for (std::size_t i = 0; i < came.size(); ++i) {
    if (came[i]) continue;
    const ExpectedDataFinding& wanted = test.data_findings[i];
    result.differences.push_back({"data",
                                  wanted.row.empty() ? "-" : wanted.row,
                                  {in_words(wanted)},
                                  {"no such data finding"},
                                  "",
                                  {},
                                  wanted.where});
  }
}

}  // namespace remit::cases
