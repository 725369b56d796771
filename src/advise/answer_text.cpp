#include <fmt/format.h>

#include "findings/verdict.h"
#include "remit/advise.h"
#include "report/text/display.h"
#include "report/text/page.h"
#include "report/text/phrase.h"

namespace remit {
namespace {

using report::text::Page;
using report::text::Tone;

constexpr std::size_t kIndent = 2;

/// Writes answers for people: one line of what holds, then its reasons, the worst first.
class Writer {
 public:
  Writer(const findings::Audit& rules, const report::Options& options, std::ostream& out)
      : rules_(rules), page_(options, out) {}

  void verdict(May may) {
    const Tone tone = may == May::kYes  ? Tone::kGood
                      : may == May::kNo ? Tone::kBad
                                        : Tone::kDoubtful;
    page_.line(page_.paint(word(may), tone));
  }

  /// Findings in full, with what to do.
  void reasons(std::string_view heading, const std::vector<findings::Finding>& all) {
    if (all.empty()) return;
    page_.heading(heading);
    for (const findings::Finding& finding : all) reason(finding);
  }

  /// Findings in a line each.
  void list(std::string_view heading, const std::vector<findings::Finding>& all) {
    if (all.empty()) return;
    page_.heading(heading);
    for (const findings::Finding& finding : all) {
      page_.paragraph(fmt::format("{}  {}  {}: {}", when(finding), rule_of(finding).id,
                                  finding.outcome.subject.key, finding.outcome.message),
                      kIndent, 2 * kIndent, Tone::kPlain);
    }
  }

  void note(std::string_view text) {
    page_.line();
    page_.paragraph(text, 0);
  }

 private:
  const findings::RuleResult& rule_of(const findings::Finding& finding) const {
    return rules_.rules[finding.outcome.rule];
  }

  std::string when(const findings::Finding& finding) const {
    std::string when = report::text::when(finding.outcome, rules_.as_of);
    return when.empty() ? "no day is known" : when;
  }

  void reason(const findings::Finding& finding) {
    const findings::RuleResult& rule = rule_of(finding);
    const Tone tone = report::text::tone(finding.outcome.verdict);
    page_.line(fmt::format("  {}  {}  {}", page_.paint(findings::word(rule.severity), tone),
                           page_.paint(rule.id, Tone::kStrong),
                           report::text::printable(rule.title)));
    page_.paragraph(
        fmt::format("{} {}, {}: {}", finding.outcome.subject.entity, finding.outcome.subject.key,
                    when(finding), finding.outcome.message),
        2 * kIndent, Tone::kPlain);
    for (const findings::Authority& authority : rule.sources) {
      page_.paragraph(report::text::cited(authority), 2 * kIndent, Tone::kFaint);
    }
    if (const findings::Waiver* waiver = findings::waiver_of(rules_, finding)) {
      page_.paragraph(
          fmt::format("waived until {} by {} on {}: {}", value::to_string(waiver->to),
                      waiver->approved_by, value::to_string(waiver->approved_on), waiver->reason),
          2 * kIndent, Tone::kPlain);
    }
    if (!rule.remedy.empty()) page_.paragraph("to do: " + rule.remedy, 2 * kIndent, Tone::kPlain);
    if (finding.outcome.verdict != rules::Verdict::kUnknown) return;
    for (const rules::Need& need : finding.outcome.needs) {
      page_.paragraph(
          fmt::format("would be settled by: `{}` of {} in {}", need.field, need.key, need.resource),
          2 * kIndent, Tone::kPlain);
    }
  }

  const findings::Audit& rules_;
  Page page_;
};

std::size_t rules_not_run(const findings::Audit& rules) {
  std::size_t count = 0;
  for (const findings::RuleResult& rule : rules.rules) count += rule.was_run() ? 0U : 1U;
  return count;
}

}  // namespace

void write_text(const Advisor& advisor, const PrecheckAnswer& answer,
                const report::Options& options, std::ostream& out) {
  Writer writer(advisor.rules(), options, out);
  writer.verdict(answer.may);
  writer.reasons("It would break:", answer.effects.caused);
  writer.reasons("It would break, but a waiver covers it, so that it does not count:",
                 answer.effects.waived);
  writer.reasons("It cannot be told:", answer.effects.doubted);
  writer.list("It would bring, if nothing else happens:", answer.effects.brought);
  writer.list("It would end:", answer.effects.ended);
  for (const Holder& holder : answer.holders) {
    writer.note(fmt::format("{} has the case in this role already ({}): `--end {}` hands it over",
                            holder.worker.empty() ? "somebody" : holder.worker, holder.key,
                            holder.key));
  }
  if (const std::size_t count = rules_not_run(advisor.rules())) {
    writer.note(
        fmt::format("{} not run, since the export lacks what they need or they are switched "
                    "off: they were not asked",
                    report::text::counted(count, "rule") + (count == 1 ? " was" : " were")));
  }
}

}  // namespace remit
