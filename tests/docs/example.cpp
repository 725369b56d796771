#include "docs/example.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "findings/verdict.h"
#include "remit/audit.h"
#include "support/catch.h"

namespace remit::test {
namespace {

namespace fs = std::filesystem;

const std::string kFileSection = "file ";

/// An empty folder that goes away again.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "remit-docs-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
    fs::create_directory(path_ / "data");
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }

  std::string in(const std::string& name) const { return (path_ / name).string(); }
  /// Tables go where the data is looked for, everything else beside the rules.
  void write(const std::string& name, const std::string& text) const {
    const bool table = fs::path(name).extension() == ".csv";
    std::ofstream(in(table ? "data/" + name : name), std::ios::binary) << text;
  }

 private:
  fs::path path_;
};

std::string written(const findings::Finding& finding) {
  const rules::Outcome& outcome = finding.outcome;
  std::string text;
  if (outcome.period) {
    const value::Date first = value::first_day(*outcome.period);
    const value::Date end = value::end_day(*outcome.period);
    text += " " + value::to_string(first);
    if (value::is_open(*outcome.period)) {
      text += "..";
    } else if (end.days > first.days + 1) {
      text += ".." + value::to_string(value::Date{end.days - 1});
    }
  }
  if (outcome.due) text += " due " + value::to_string(*outcome.due);
  text += ": " + outcome.message;
  std::string needs;
  for (const rules::Need& need : outcome.needs) {
    needs += fmt::format("{}{} {} {}", needs.empty() ? " (needs " : ", ", need.resource, need.key,
                         need.field);
  }
  return needs.empty() ? text : text + needs + ")";
}

std::string line(const findings::Audit& audit, const findings::Finding& finding) {
  const rules::Verdict verdict = finding.outcome.verdict;
  const bool settled =
      verdict == rules::Verdict::kPass || verdict == rules::Verdict::kNotApplicable;
  return fmt::format("{} {} {}{}\n", findings::rule_of(audit, finding).id, findings::word(verdict),
                     finding.outcome.subject.key, settled ? "" : written(finding));
}

std::string report(const findings::Audit& audit) {
  std::string text;
  for (const findings::Finding& finding : audit.findings) text += line(audit, finding);
  for (const findings::RuleResult& rule : audit.rules) {
    if (rule.tally.vacuous) text += rule.id + ": vacuous\n";
    if (rule.tally.not_run) text += fmt::format("{}: not run, {}\n", rule.id, *rule.tally.not_run);
  }
  for (const findings::DataFinding& finding : audit.data_findings) {
    text += fmt::format("{} {}:{}: {}\n", finding.code, fs::path(finding.file).filename().string(),
                        finding.line, finding.message);
  }
  return text;
}

Request request_in(const Folder& folder, const std::string& as_of) {
  Request request;
  request.rules = {folder.in("rules.yaml")};
  request.data = folder.in("data");
  request.home = REMIT_SOURCE_DIR;
  request.verdicts = {rules::Verdict::kPass, rules::Verdict::kNotApplicable};
  const auto date = value::parse_date(as_of.substr(0, as_of.find('\n')));
  REQUIRE(date);
  request.as_of = *date;
  // The lines after the date: `complete visits from 2026-03-01`.
  std::istringstream lines(as_of.substr(std::min(as_of.find('\n'), as_of.size())));
  for (std::string complete, table, from, day; lines >> complete >> table >> from >> day;) {
    const auto since = value::parse_date(day);
    REQUIRE(since);
    request.complete[table] = *since;
  }
  return request;
}

}  // namespace

std::string shared_model() {
  return read_file(std::string(REMIT_SOURCE_DIR) + "/tests/golden/docs/model.yaml");
}

std::string run_example(const GoldenCase& golden) {
  const Folder folder;
  folder.write("model.yaml", shared_model());
  folder.write("rules.yaml", golden.section("rules"));
  for (const auto& [name, text] : golden.sections) {
    if (name.rfind(kFileSection, 0) == 0) folder.write(name.substr(kFileSection.size()), text);
  }
  text::Diagnostics diagnostics;
  const AuditResult result = audit(request_in(folder, golden.section("as_of")), diagnostics);
  for (const text::Diagnostic& diagnostic : diagnostics.all()) {
    UNSCOPED_INFO(diagnostic.message << "; " << diagnostic.help);
  }
  REQUIRE(result.audit);
  REQUIRE(diagnostics.all().empty());
  return report(*result.audit);
}

}  // namespace remit::test
