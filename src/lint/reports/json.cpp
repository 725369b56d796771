#include "lint/lint.h"
#include "lint/reports/reports.h"
#include "report/json_text.h"

namespace remit::lint {
namespace {

using report::Json;

constexpr int kIndent = 2;

/// The end is the column after the last character.
Json place(const text::Location& where) {
  if (!where.file) return nullptr;
  const text::Place from = where.file->place(where.span.begin);
  const text::Place to = where.file->place(where.span.end);
  return {{"file", where.file->path()},
          {"line", from.line},
          {"column", from.column},
          {"end_line", to.line},
          {"end_column", to.column}};
}

Json to_json(const text::Diagnostic& diagnostic) {
  Json notes = Json::array();
  for (const text::Note& note : diagnostic.notes) {
    notes.push_back({{"message", note.message}, {"where", place(note.where)}});
  }
  const bool error = diagnostic.severity == text::Severity::kError;
  return {{"severity", error ? "error" : "warning"},
          {"code", diagnostic.code},
          {"message", diagnostic.message},
          {"where", place(diagnostic.where)},
          {"help", diagnostic.help},
          {"page", find_check(diagnostic.code) ? Json(page_of(diagnostic.code)) : Json(nullptr)},
          {"notes", std::move(notes)}};
}

}  // namespace

void write_json(const Run& run, const ReportOptions& /*options*/, std::ostream& out) {
  Json found = Json::array();
  for (const text::Diagnostic& diagnostic : run.found.all()) found.push_back(to_json(diagnostic));
  const std::size_t errors = run.found.errors();
  const Json document{{"files", run.files},
                      {"rules", run.rules},
                      {"errors", errors},
                      {"warnings", run.found.all().size() - errors},
                      {"found", std::move(found)}};
  out << report::json_text(document, kIndent) << '\n';
}

}  // namespace remit::lint
