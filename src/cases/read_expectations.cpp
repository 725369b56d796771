#include "cases/read_expectations.h"

#include <algorithm>

#include <fmt/format.h>

#include "cases/read_finding.h"
#include "cases/read_rows.h"
#include "findings/verdict.h"
#include "text/nearest.h"
#include "yaml/mapping.h"

namespace remit::cases {
namespace {

constexpr const char* kExample = "expect: {RULE-ID: {SUBJECT: pass}}";

bool is_mapping(const yaml::Node& node, const std::string& what, text::Diagnostics& diagnostics) {
  if (node.kind == yaml::NodeKind::kMapping && !node.entries.empty()) return true;
  diagnostics.error("wrong-form", node.where,
                    fmt::format("{} must name {}", what, what == "`expect`" ? "rules" : "subjects"),
                    fmt::format("write `{}`", kExample));
  return false;
}

/// Whether a rule can be tested; an error for one that is not there or does not run.
bool check_rule(const yaml::Entry& entry, const rules::RuleSet& rules,
                text::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const rules::Rule& rule : rules.rules) {
    known.push_back(rule.id);
    if (rule.id != entry.key) continue;
    if (rule.disabled) {
      diagnostics.error("rule-disabled", entry.key_where,
                        fmt::format("the rule `{}` is disabled, so it has no verdicts", rule.id),
                        "take it out of `expect` as long as it is");
    }
    return !rule.disabled;
  }
  diagnostics.error("unknown-rule", entry.key_where,
                    fmt::format("there is no rule `{}`", entry.key),
                    text::did_you_mean(entry.key, known));
  return false;
}

/// A single word: the worst verdict of a subject, or `no_subject`.
void read_word(const yaml::Node& node, Expectation& line, text::Diagnostics& diagnostics) {
  line.no_subject = node.scalar == kNoSubject;
  if (!line.no_subject) line.verdict = read_verdict(node, true, diagnostics);
}

Expectation read_line(const yaml::Entry& entry, const std::string& rule,
                      text::Diagnostics& diagnostics, const model::Model& model) {
  Expectation line;
  line.rule = rule;
  line.subject = entry.key;
  line.where = entry.key_where;
  switch (entry.value.kind) {
    case yaml::NodeKind::kScalar:
      read_word(entry.value, line, diagnostics);
      break;
    case yaml::NodeKind::kMapping:
      line.findings.push_back(read_finding(entry.value, model, diagnostics));
      break;
    case yaml::NodeKind::kSequence:
      for (const yaml::Node& item : entry.value.items) {
        line.findings.push_back(read_finding(item, model, diagnostics));
      }
      [[fallthrough]];
    case yaml::NodeKind::kNull:
      if (!line.findings.empty()) break;
      diagnostics.error("nothing-expected", entry.value.where,
                        fmt::format("it does not say what `{}` is to say of `{}`", rule, entry.key),
                        "write a verdict, such as `pass`, or the findings");
  }
  return line;
}

ExpectedDataFinding read_data_finding(const yaml::Node& node, const model::Model& model,
                                      text::Diagnostics& diagnostics) {
  ExpectedDataFinding finding;
  finding.where = node.where;
  if (node.kind == yaml::NodeKind::kScalar) {
    finding.code = node.scalar;
    return finding;
  }
  yaml::Mapping keys(node, "a data finding", diagnostics);
  finding.code = keys.required_text("code").value_or("");
  finding.table = keys.text("table").value_or("");
  finding.row = keys.text("row").value_or("");
  finding.field = keys.text("field").value_or("");
  if (!finding.table.empty()) {
    find_table(finding.table, keys.optional("table")->where, model, diagnostics);
  }
  return finding;
}

}  // namespace

std::vector<Expectation> read_expectations(const yaml::Node& node, const rules::RuleSet& rules,
                                           text::Diagnostics& diagnostics) {
  std::vector<Expectation> lines;
  if (!is_mapping(node, "`expect`", diagnostics)) return lines;
  for (const yaml::Entry& rule : node.entries) {
    if (!check_rule(rule, rules, diagnostics) ||
        !is_mapping(rule.value, fmt::format("what `{}` is to say", rule.key), diagnostics)) {
      continue;
    }
    for (const yaml::Entry& subject : rule.value.entries) {
      lines.push_back(read_line(subject, rule.key, diagnostics, *rules.model));
    }
  }
  return lines;
}

std::vector<ExpectedDataFinding> read_data_findings(const yaml::Node& node,
                                                    const model::Model& model,
                                                    text::Diagnostics& diagnostics) {
  std::vector<ExpectedDataFinding> findings;
  if (node.kind != yaml::NodeKind::kSequence) {
    diagnostics.error("expected-list", node.where, "`data_findings` is not a list",
                      "write `data_findings: [DATA-DATE]`");
    return findings;
  }
  for (const yaml::Node& item : node.items) {
    findings.push_back(read_data_finding(item, model, diagnostics));
    if (findings.back().code.empty() || findings.back().code.starts_with("DATA-")) continue;
    diagnostics.error("data-code", item.where,
                      fmt::format("`{}` is no code of a data finding", findings.back().code),
                      "codes start with `DATA-`, as in `DATA-DATE`");
  }
  return findings;
}

}  // namespace remit::cases
