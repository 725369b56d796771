#include <map>

#include <fmt/format.h>

#include "lint/lint.h"
#include "lint/reports/reports.h"
#include "report/json_text.h"
#include "report/uri.h"

namespace remit::lint {
namespace {

using report::Json;

constexpr int kIndent = 2;

Json location(const text::Location& where) {
  const text::Place from = where.file->place(where.span.begin);
  const text::Place to = where.file->place(where.span.end);
  return {{"physicalLocation",
           {{"artifactLocation", {{"uri", report::uri_reference(where.file->path())}}},
            {"region",
             {{"startLine", from.line},
              {"startColumn", from.column},
              {"endLine", to.line},
              {"endColumn", to.column}}}}}};
}

/// Of a check: what it looks for, and where more is said. What the loader reports has a code only.
Json descriptor(const std::string& code) {
  Json rule{{"id", code}};
  const Check* check = find_check(code);
  if (!check) return rule;
  const std::string page = page_of(code);
  rule["shortDescription"] = {{"text", std::string(check->about)}};
  rule["help"] = {
      {"text", fmt::format("what it means, a rule that has it and the rule mended: {}", page)},
      {"markdown", fmt::format("What it means, with examples: [{}]({})", code, page)}};
  rule["defaultConfiguration"] = {{"level", "warning"}};
  return rule;
}

/// All checks, and the codes of the errors that were found.
class Descriptors {
 public:
  Descriptors() {
    for (const Check& check : checks()) index(std::string(check.code));
  }
  std::size_t index(const std::string& code) {
    const auto [known, inserted] = indices_.emplace(code, all.size());
    if (inserted) all.push_back(descriptor(code));
    return known->second;
  }
  Json all = Json::array();

 private:
  std::map<std::string, std::size_t> indices_;
};

Json result(const text::Diagnostic& diagnostic, Descriptors& descriptors) {
  const bool error = diagnostic.severity == text::Severity::kError;
  const std::string help = diagnostic.help.empty() ? "" : "; " + diagnostic.help;
  Json all{{"ruleId", diagnostic.code},
           {"ruleIndex", descriptors.index(diagnostic.code)},
           {"level", error ? "error" : "warning"},
           {"message", {{"text", diagnostic.message + help}}}};
  if (diagnostic.where.file) all["locations"] = Json::array({location(diagnostic.where)});
  Json related = Json::array();
  for (const text::Note& note : diagnostic.notes) {
    if (!note.where.file) continue;
    Json place = location(note.where);
    place["message"] = {{"text", note.message}};
    related.push_back(std::move(place));
  }
  if (!related.empty()) all["relatedLocations"] = std::move(related);
  return all;
}

}  // namespace

void write_sarif(const Run& run, const ReportOptions& options, std::ostream& out) {
  Descriptors descriptors;
  Json results = Json::array();
  for (const text::Diagnostic& diagnostic : run.found.all()) {
    results.push_back(result(diagnostic, descriptors));
  }
  const Json driver{
      {"name", "remit"}, {"version", options.version}, {"rules", std::move(descriptors.all)}};
  const Json document{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                      {"version", "2.1.0"},
                      {"runs", Json::array({Json{{"tool", {{"driver", driver}}},
                                                 {"columnKind", "unicodeCodePoints"},
                                                 {"results", std::move(results)}}})}};
  out << report::json_text(document, kIndent) << '\n';
}

}  // namespace remit::lint
