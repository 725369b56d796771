#include <map>
#include <ostream>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/finding_row.h"
#include "report/format.h"
#include "report/text/phrase.h"
#include "report/xlsx/workbook.h"

namespace remit::report {
namespace {

using findings::of;
using rules::Verdict;
using xlsx::Workbook;

void write_pair(Workbook& book, const std::string& name, const std::string& value) {
  book.begin_row();
  book.text(name);
  book.text(value);
}

void write_count(Workbook& book, const std::string& name, std::size_t count) {
  book.begin_row();
  book.text(name);
  book.number(count);
}

void write_baseline(Workbook& book, const findings::Baseline& baseline) {
  write_pair(book, "baseline", baseline.file);
  book.begin_row();
  book.text("baseline as of");
  book.date(baseline.as_of);
  for (const findings::State state : findings::kAllStates) {
    write_count(book, "against it " + std::string(text::said(state)),
                baseline.counts[static_cast<std::size_t>(state)]);
  }
  write_count(book, "fixed before it", baseline.fixed_earlier);
}

void write_summary(Workbook& book, const findings::Audit& audit) {
  book.begin_sheet("Summary", {{"what", 28}, {"is", 60}});
  write_pair(book, "rules", audit.ruleset);
  write_pair(book, "version", audit.version);
  write_pair(book, "data", audit.data);
  book.begin_row();
  book.text("as of");
  book.date(audit.as_of);
  if (audit.window) write_pair(book, "audit window", text::when(*audit.window));
  std::size_t subjects = 0;
  std::array<std::size_t, rules::kVerdicts> counts{};
  for (const findings::RuleResult& rule : audit.rules) {
    subjects += rule.tally.subjects;
    for (const Verdict verdict : findings::kAllVerdicts) {
      of(counts, verdict) += of(rule.tally.verdicts, verdict);
    }
  }
  write_count(book, "subjects judged", subjects);
  for (const Verdict verdict : findings::kAllVerdicts) {
    write_count(book, "of these " + std::string(findings::word(verdict)), of(counts, verdict));
  }
  if (audit.baseline) write_baseline(book, *audit.baseline);
  for (const findings::DataCounts& table : audit.data_counts) {
    write_pair(book, "rows of " + table.resource,
               fmt::format("{} read, {} kept, {} rejected, {} later", table.read, table.kept,
                           table.rejected, table.later));
  }
}

void write_age(Workbook& book, const FindingRow& row) {
  if (row.age) {
    book.number(static_cast<std::size_t>(*row.age));
  } else {
    book.text("");
  }
}

void write_state(Workbook& book, const FindingRow& row) {
  book.text(row.state);
  book.date(row.first_seen);
  write_age(book, row);
  book.text(row.former);
}

void write_findings(Workbook& book, const findings::Audit& audit, const Options& options) {
  book.begin_sheet("Findings", {{"severity", 10},
                                {"verdict", 10},
                                {"rule", 14},
                                {"title", 40},
                                {"about", 14},
                                {"key", 16},
                                {"from", 12},
                                {"to", 12},
                                {"due", 12},
                                {"what", 60},
                                {"to do", 50},
                                {"source", 40},
                                {"file", 24},
                                {"line", 8},
                                {"waived by", 20},
                                {"waived until", 12},
                                {"waived because", 40},
                                {"fingerprint", 34},
                                {"state", 12},
                                {"first seen", 12},
                                {"working days", 10},
                                {"was", 30}});
  for (const findings::Finding& finding : audit.findings) {
    if (!options.selection.lists(audit, finding)) continue;
    const FindingRow row = row_of(audit, finding);
    book.begin_row();
    for (const std::string& text :
         {row.severity, row.verdict, row.rule, row.title, row.entity, row.key}) {
      book.text(text);
    }
    for (const auto& date : {row.from, row.to, row.due}) book.date(date);
    for (const std::string& text : {row.message, row.remedy, row.sources, row.file})
      book.text(text);
    if (row.line > 0) {
      book.number(row.line);
    } else {
      book.text("");
    }
    book.text(row.waived_by);
    book.date(row.waived_until);
    book.text(row.waived_because);
    book.text(row.fingerprint);
    write_state(book, row);
  }
}

/// What the baseline has and this run does not.
void write_past(Workbook& book, const findings::Audit& audit, const Options& options) {
  if (!audit.baseline) return;
  book.begin_sheet("Fixed", {{"state", 12},
                             {"severity", 10},
                             {"rule", 14},
                             {"title", 40},
                             {"about", 14},
                             {"key", 16},
                             {"was", 30},
                             {"first seen", 12},
                             {"working days", 10},
                             {"fixed on", 12},
                             {"what", 50},
                             {"fingerprint", 34}});
  for (const findings::PastFinding& finding : audit.past) {
    if (!options.selection.lists(finding)) continue;
    const FindingRow row = row_of(audit, finding);
    book.begin_row();
    for (const std::string& text :
         {row.verdict, row.severity, row.rule, row.title, row.entity, row.key, row.former}) {
      book.text(text);
    }
    book.date(row.first_seen);
    write_age(book, row);
    book.date(row.fixed_on);
    book.text(row.message);
    book.text(row.fingerprint);
  }
}

void write_rules(Workbook& book, const findings::Audit& audit) {
  book.begin_sheet("Rules", {{"rule", 14},
                             {"title", 50},
                             {"severity", 10},
                             {"subjects", 10},
                             {"violation", 10},
                             {"unknown", 10},
                             {"due", 10},
                             {"waived", 10},
                             {"pass", 10},
                             {"not applicable", 12},
                             {"not run", 30},
                             {"source", 60},
                             {"to do", 50},
                             {"address", 40}});
  for (const findings::RuleResult& rule : audit.rules) {
    book.begin_row();
    book.text(rule.id);
    book.text(rule.title);
    book.text(std::string(findings::word(rule.severity)));
    book.number(rule.tally.subjects);
    for (const Verdict verdict : findings::kAllVerdicts)
      book.number(of(rule.tally.verdicts, verdict));
    book.text(rule.tally.not_run.value_or(""));
    std::string sources;
    std::string addresses;
    for (const findings::Authority& source : rule.sources) {
      sources += (sources.empty() ? "" : "; ") + text::cited(source);
      if (!source.source.url.empty()) {
        addresses += (addresses.empty() ? "" : " ") + source.source.url;
      }
    }
    book.text(sources);
    book.text(rule.remedy);
    book.text(addresses);
  }
}

/// A row for each cell that would settle unknowns, with the rules that wait for it.
void write_unknowns(Workbook& book, const findings::Audit& audit, const Options& options) {
  std::map<rules::Need, std::pair<std::size_t, std::map<std::string, std::size_t>>> cells;
  for (const findings::Finding& finding : audit.findings) {
    if (!options.selection.lists(audit, finding)) continue;
    for (const rules::Need& need : finding.outcome.needs) {
      auto& [count, by_rule] = cells[need];
      ++count;
      ++by_rule[findings::rule_of(audit, finding).id];
    }
  }
  book.begin_sheet("To complete",
                   {{"table", 20}, {"row", 20}, {"field", 24}, {"unknowns", 10}, {"rules", 60}});
  for (const auto& [need, waiting] : cells) {
    book.begin_row();
    book.text(need.resource);
    book.text(need.key);
    book.text(need.field.empty() ? "(the row)" : need.field);
    book.number(waiting.first);
    std::string ids;
    for (const auto& [id, count] : waiting.second) ids += (ids.empty() ? "" : ", ") + id;
    book.text(ids);
  }
}

void write_data(Workbook& book, const findings::Audit& audit) {
  book.begin_sheet("Data findings", {{"code", 20},
                                     {"table", 20},
                                     {"file", 30},
                                     {"line", 8},
                                     {"field", 20},
                                     {"row", 20},
                                     {"value", 24},
                                     {"expected", 30},
                                     {"what", 60}});
  for (const findings::DataFinding& finding : audit.data_findings) {
    book.begin_row();
    book.text(finding.code);
    book.text(finding.resource);
    book.text(finding.file);
    if (finding.line > 0) {
      book.number(finding.line);
    } else {
      book.text("");
    }
    for (const std::string& text :
         {finding.field, finding.key, finding.value, finding.expected, finding.message}) {
      book.text(text);
    }
  }
}

void write_waivers(Workbook& book, const findings::Audit& audit) {
  if (audit.waivers.empty()) return;
  book.begin_sheet("Waivers", {{"code", 22},
                               {"rule", 14},
                               {"subject", 20},
                               {"until", 12},
                               {"approved by", 24},
                               {"what", 70},
                               {"file", 24},
                               {"line", 8}});
  for (const findings::WaiverFinding& finding : audit.waiver_findings) {
    const findings::Waiver& waiver = audit.waivers[finding.waiver];
    book.begin_row();
    for (const std::string& text : {finding.code, waiver.rule, waiver.subject}) book.text(text);
    book.date(waiver.to);
    for (const std::string& text : {waiver.approved_by, finding.message, waiver.file}) {
      book.text(text);
    }
    book.number(waiver.line);
  }
}

}  // namespace

void write_xlsx(const findings::Audit& audit, const Options& options, std::ostream& out) {
  Workbook book(audit.as_of);
  write_summary(book, audit);
  write_findings(book, audit, options);
  write_rules(book, audit);
  write_unknowns(book, audit, options);
  write_data(book, audit);
  write_waivers(book, audit);
  write_past(book, audit, options);
  book.finish(out);
}

}  // namespace remit::report
