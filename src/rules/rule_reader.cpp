#include "rules/rule_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/kinds/kinds.h"
#include "rules/message.h"
#include "rules/names.h"
#include "rules/reads.h"
#include "text/nearest.h"

namespace remit::rules {
namespace {

const std::vector<std::string> kOnUnknownWords{"unknown", "violation", "pass"};
const std::vector<std::string> kBreachWords{"violation", "unknown"};

void read_id(RuleDraft& draft) {
  draft.id_where = draft.keys().where();
  const auto id = draft.keys().required_text("id");
  if (!id) return;
  draft.id_where = draft.node().find("id")->where;
  draft.rule.id = *id;
  draft.rule.where = draft.id_where;
  if (check_id(*id, draft.id_where, "the id of a rule", draft.diagnostics())) {
    claim_id(*id, draft.id_where, draft.context());
  }
}

void read_disabled(RuleDraft& draft) {
  const bool disabled = draft.keys().boolean("disabled").value_or(false);
  const auto because = draft.keys().text("because");
  if (disabled && !because) {
    draft.error("disabled-because", "disabled", "this rule is disabled without a reason",
                "say why: `because: ...`");
  }
  if (!disabled && because && !draft.keys().optional("disabled")) {
    draft.error("disabled-because", "because", "`because` belongs to `disabled`",
                "add `disabled: true`, or leave `because` out");
  }
  if (disabled) draft.rule.disabled = because.value_or("");
}

void read_words(RuleDraft& draft) {
  if (const auto word = draft.keys().word("on_unknown", kOnUnknownWords)) {
    draft.rule.on_unknown = static_cast<OnUnknown>(*word);
  }
  if (const auto word = draft.keys().word("breach", kBreachWords)) {
    draft.rule.breach = static_cast<Breach>(*word);
  }
  draft.rule.tags = draft.keys().texts("tags");
}

void read_common(RuleDraft& draft) {
  read_id(draft);
  draft.particulars = read_particulars(draft.keys(), draft.context());
  apply(draft.particulars, draft.rule, draft.diagnostics());
  read_disabled(draft);
  read_words(draft);
}

void read_subjects(RuleDraft& draft) {
  if (const yaml::Node* node = draft.keys().required("for")) {
    draft.rule.subjects = draft.expressions().subjects(*node);
  } else {
    draft.expressions().stop_checking();
  }
  draft.rule.when = draft.optional("when", value::Kind::kBoolean);
  draft.rule.on = draft.optional("on", value::Kind::kDate);
}

/// The kind's row; where the word is no kind, all keys of all kinds are let pass.
const KindRow* read_kind(RuleDraft& draft) {
  std::vector<std::string> words;
  for (const KindRow& row : kinds()) words.emplace_back(row.word);
  const auto word = draft.keys().required_text("kind");
  const KindRow* kind = word ? find_kind(*word) : nullptr;
  if (kind) return kind;
  if (word) {
    draft.diagnostics().error("unknown-kind", draft.node().find("kind")->where,
                              fmt::format("no kind of rule is called `{}`", *word),
                              text::did_you_mean(*word, words));
  }
  for (const KindRow& row : kinds()) {
    for (const std::string_view key : row.keys) draft.keys().optional(key);
  }
  return nullptr;
}

void check_clock(RuleDraft& draft, const KindRow& kind) {
  const auto& effective = draft.particulars.effective;
  if (!effective || !effective->clock_restart || kind.word == "frequency") return;
  draft.diagnostics().error(
      "foreign-key", effective->clock_where,
      fmt::format("`clock` belongs to `frequency`, and this is a `{}`", kind.word), "leave it out");
}

/// What every rule needs, in its own keys or in those of its line.
struct Requirement {
  std::string_view key;
  text::Severity severity;
  bool (*is_met)(const Particulars&);
  std::string_view help;
};

constexpr Requirement kRequirements[] = {
    {"title", text::Severity::kError, [](const Particulars& p) { return p.title.has_value(); },
     "say in a line what must hold"},
    {"severity", text::Severity::kError,
     [](const Particulars& p) { return p.severity.has_value(); },
     "say how bad a breach is: `critical`, `major`, `minor` or `info`"},
    {"source", text::Severity::kWarning, [](const Particulars& p) { return !p.sources.empty(); },
     "say by what authority it speaks: `source: [{id: ..., at: ...}]`"},
};

void report_missing(const Requirement& requirement, const text::Location& where,
                    std::string_view what, text::Diagnostics& diagnostics) {
  const bool error = requirement.severity == text::Severity::kError;
  diagnostics.add({requirement.severity,
                   error ? "missing-key" : "rule-without-source",
                   fmt::format("{} has no `{}`", what, requirement.key),
                   where,
                   std::string(requirement.help),
                   {}});
}

/// A requirement that no line meets is the rule's; one that some meet is for the others to meet.
void check_requirement(RuleDraft& draft, const Requirement& requirement) {
  if (requirement.is_met(draft.particulars)) return;
  const bool some = std::any_of(draft.lines.begin(), draft.lines.end(),
                                [&](const auto& line) { return requirement.is_met(line.first); });
  // A key that is there but wrong has its own message.
  if (draft.node().find(requirement.key)) return;
  if (draft.is_misspelt({std::string(requirement.key)})) return;
  if (!some) {
    const std::string& id = draft.rule.id;
    report_missing(requirement, draft.id_where, id.empty() ? "this rule" : "the rule " + quoted(id),
                   draft.diagnostics());
    return;
  }
  for (const auto& [particulars, where] : draft.lines) {
    if (requirement.is_met(particulars)) continue;
    report_missing(requirement, where, "this line", draft.diagnostics());
  }
}

/// A key with nothing behind it says nothing, and nobody meant that. (`#` begins a comment.)
void check_empty_keys(RuleDraft& draft, std::size_t diagnostics_before) {
  for (const yaml::Entry& entry : draft.node().entries) {
    if (entry.value.kind != yaml::NodeKind::kNull) continue;
    const auto& all = draft.diagnostics().all();
    const bool said = std::any_of(
        all.begin() + static_cast<std::ptrdiff_t>(diagnostics_before), all.end(),
        [&](const text::Diagnostic& each) { return each.where.span == entry.key_where.span; });
    if (said) continue;
    draft.diagnostics().error("empty-value", entry.key_where,
                              fmt::format("`{}` has no value", entry.key),
                              "give it a value, or leave the key out; quote a text that begins "
                              "with `#`, which else is a comment");
  }
}

/// Reads the message, which sees what the kind gives it, and shares out what all lines have.
void finish(RuleDraft& draft, std::vector<Rule>& rules) {
  std::vector<MessagePiece> message;
  if (const yaml::Node* node = draft.keys().optional("message")) {
    message = read_message(*node, draft.expressions(), draft.diagnostics());
  }
  for (Rule& rule : rules) {
    if (rule.message.empty()) rule.message = message;
    rule.slots = draft.expressions().scope().slots();
  }
}

}  // namespace

void claim_id(const std::string& id, const text::Location& where, RuleContext& context) {
  const auto [first, inserted] = context.ids.emplace(id, where);
  if (inserted) return;
  context.diagnostics
      .error("duplicate-id", where, fmt::format("two rules have the id `{}`", id),
             "give each rule an id of its own")
      .notes.push_back({"the other one stands here", first->second});
}

std::vector<Rule> read_rule(const yaml::Node& node, RuleContext& context) {
  const std::size_t errors = context.diagnostics.errors();
  const std::size_t said = context.diagnostics.all().size();
  RuleDraft draft(node, context);
  if (node.kind != yaml::NodeKind::kMapping) return {};
  read_common(draft);
  const KindRow* kind = read_kind(draft);
  read_subjects(draft);
  std::vector<Rule> rules{draft.rule};
  if (kind) {
    check_clock(draft, *kind);
    report_foreign_keys(draft, *kind);
    kind->read(draft, rules);
    finish(draft, rules);
  } else {
    draft.keys().optional("message");
  }
  for (const Requirement& requirement : kRequirements) check_requirement(draft, requirement);
  draft.keys().finish();
  check_empty_keys(draft, said);
  if (context.diagnostics.errors() == errors && context.environment->model) {
    for (Rule& rule : rules) rule.reads = tables_read(rule);
  }
  return rules;
}

}  // namespace remit::rules
