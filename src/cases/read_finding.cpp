#include "cases/read_finding.h"

#include <algorithm>

#include <fmt/format.h>

#include "cases/read_rows.h"
#include "findings/verdict.h"
#include "model/read_values.h"
#include "text/nearest.h"
#include "yaml/mapping.h"

namespace remit::cases {
namespace {

constexpr std::string_view kNoPeriod = "none";

void report_period(const yaml::Node& node, text::Diagnostics& diagnostics) {
  diagnostics.error("period-form", node.where, fmt::format("`{}` is no period", node.scalar),
                    "write the first and the last day, `2026-01-05..2026-01-09`; one day as "
                    "`2026-01-05`; without an end as `2026-01-05..`; or `none`");
}

std::optional<ExpectedPeriod> read_period(yaml::Mapping& keys, text::Diagnostics& diagnostics) {
  const yaml::Node* node = keys.optional("period");
  const auto text = keys.text("period");
  if (!text) return std::nullopt;
  ExpectedPeriod period;
  period.none = *text == kNoPeriod;
  if (period.none) return period;
  const std::size_t dots = text->find("..");
  const auto first = value::parse_date(text->substr(0, dots));
  const std::string end = dots == std::string::npos ? *text : text->substr(dots + 2);
  period.last = value::parse_date(end);
  if (!first || (!period.last && !end.empty()) || (period.last && *period.last < *first)) {
    report_period(*node, diagnostics);
    return std::nullopt;
  }
  period.first = *first;
  return period;
}

/// The field that a text ends with, after a space; fields can have spaces themselves.
std::string field_at_end(const std::string& text, const model::Table& table) {
  std::string longest;
  for (const model::Field& field : table.fields) {
    if (text.ends_with(" " + field.name) && field.name.size() > longest.size()) {
      longest = field.name;
    }
  }
  return longest;
}

/// `TABLE ROW FIELD`, as reports write it; without a field it is about the whole row.
std::optional<rules::Need> read_need(const yaml::Node& node, const model::Model& model,
                                     text::Diagnostics& diagnostics) {
  const auto text = yaml::as_text(node, "a cell of `needs`", diagnostics);
  if (!text) return std::nullopt;
  const std::size_t space = text->find(' ');
  if (space == std::string::npos) {
    diagnostics.error("need-form", node.where, fmt::format("`{}` names no cell", *text),
                      "write table, row and field, as in `visits V1 seen_on`");
    return std::nullopt;
  }
  rules::Need need;
  need.resource = text->substr(0, space);
  const auto table = find_table(need.resource, node.where, model, diagnostics);
  if (!table) return std::nullopt;
  need.field = field_at_end(*text, model.tables[*table]);
  const std::size_t behind = need.field.empty() ? 0 : need.field.size() + 1;
  if (text->size() < space + 1 + behind + 1) return need;
  need.key = text->substr(space + 1, text->size() - space - 1 - behind);
  return need;
}

std::optional<std::vector<rules::Need>> read_needs(yaml::Mapping& keys, const model::Model& model,
                                                   text::Diagnostics& diagnostics) {
  const yaml::Node* node = keys.optional("needs");
  if (!node) return std::nullopt;
  std::vector<rules::Need> needs;
  const auto add = [&](const yaml::Node& item) {
    if (auto need = read_need(item, model, diagnostics)) needs.push_back(std::move(*need));
  };
  if (node->kind == yaml::NodeKind::kSequence) {
    for (const yaml::Node& item : node->items) add(item);
  } else {
    add(*node);
  }
  std::sort(needs.begin(), needs.end());
  return needs;
}

}  // namespace

std::optional<rules::Verdict> read_verdict(const yaml::Node& node, bool alone,
                                           text::Diagnostics& diagnostics) {
  const auto text = yaml::as_text(node, "a verdict", diagnostics);
  if (!text) return std::nullopt;
  const auto verdict = findings::verdict_of(*text);
  if (verdict == rules::Verdict::kWaived) {
    diagnostics.error("waived", node.where, "a case has no waivers, so nothing in it is `waived`",
                      "expect the `violation` that a waiver would cover");
    return std::nullopt;
  }
  if (verdict) return verdict;
  std::vector<std::string> words = findings::verdict_words();
  std::erase(words, std::string(findings::word(rules::Verdict::kWaived)));
  if (alone) words.emplace_back(kNoSubject);
  diagnostics.error("unknown-verdict", node.where, fmt::format("`{}` is no verdict", *text),
                    text::did_you_mean(*text, words));
  return std::nullopt;
}

ExpectedFinding read_finding(const yaml::Node& node, const model::Model& model,
                             text::Diagnostics& diagnostics) {
  ExpectedFinding finding;
  yaml::Mapping keys(node, "a finding", diagnostics);
  if (const yaml::Node* verdict = keys.required("verdict")) {
    finding.verdict = read_verdict(*verdict, false, diagnostics).value_or(rules::Verdict::kPass);
  }
  finding.period = read_period(keys, diagnostics);
  finding.due = model::read_date(keys, "due", diagnostics);
  finding.needs = read_needs(keys, model, diagnostics);
  finding.message = keys.text("message");
  keys.finish();
  return finding;
}

}  // namespace remit::cases
