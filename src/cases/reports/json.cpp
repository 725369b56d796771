#include <ostream>

#include "cases/reports/reports.h"
#include "cases/words.h"
#include "findings/verdict.h"
#include "report/json_text.h"

namespace remit::cases {
namespace {

using report::Json;

constexpr int kIndent = 2;

template <typename T, typename F>
Json list_of(const std::vector<T>& items, F to_json) {
  Json list = Json::array();
  for (const T& item : items) list.push_back(to_json(item));
  return list;
}

Json place(const text::Location& where) {
  if (!where.file) return nullptr;
  const text::Place at = where.file->place(where.span.begin);
  return {{"file", where.file->path()}, {"line", at.line}, {"column", at.column}};
}

Json outcome_json(const rules::Outcome& outcome) {
  Json period = nullptr;
  if (outcome.period) {
    period = {{"from", value::to_string(value::first_day(*outcome.period))}, {"to", nullptr}};
    if (!value::is_open(*outcome.period)) {
      period["to"] = value::to_string(value::end_day(*outcome.period));
    }
  }
  return {{"verdict", findings::word(outcome.verdict)},
          {"period", std::move(period)},
          {"due", outcome.due ? Json(value::to_string(*outcome.due)) : Json(nullptr)},
          {"message", outcome.message},
          {"evidence",
           list_of(outcome.evidence,
                   [](const rules::Evidence& read) {
                     return Json{{"path", read.path}, {"value", value::to_string(read.value)}};
                   })},
          {"needs", list_of(outcome.needs, [](const rules::Need& need) {
             return Json{{"resource", need.resource}, {"key", need.key}, {"field", need.field}};
           })}};
}

Json difference_json(const Difference& difference) {
  return {{"rule", difference.rule},
          {"subject", difference.subject},
          {"expected", difference.expected},
          {"found", difference.found},
          {"hint", difference.hint},
          {"place", place(difference.where)},
          {"findings", list_of(difference.outcomes, outcome_json)}};
}

Json problem_json(const text::Diagnostic& problem) {
  return {{"code", problem.code},
          {"message", problem.message},
          {"help", problem.help},
          {"place", place(problem.where)}};
}

Json unnamed_json(const Unnamed& unnamed) {
  return {{"rule", unnamed.rule},
          {"subject", unnamed.subject},
          {"verdict", findings::word(unnamed.verdict)}};
}

Json result_json(const Result& result) {
  return {{"name", result.name},
          {"place", place(result.where)},
          {"as_of", value::to_string(result.as_of)},
          {"status", word(result.status)},
          {"differences", list_of(result.differences, difference_json)},
          {"problems", list_of(result.problems, problem_json)},
          {"unnamed", list_of(result.unnamed, unnamed_json)}};
}

Json file_json(const FileResult& file) {
  return {
      {"path", file.path}, {"title", file.title}, {"cases", list_of(file.results, result_json)}};
}

}  // namespace

Json to_json(const Run& run) {
  return {{"cases", run.cases()},
          {"passed", run.passed},
          {"failed", run.failed},
          {"wrong", run.wrong},
          {"files", list_of(run.files, file_json)}};
}

void write_json(const Run& run, const ReportOptions& /*options*/, std::ostream& out) {
  out << report::json_text(to_json(run), kIndent) << '\n';
}

}  // namespace remit::cases
