#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "remit/advise.h"
#include "report/text/display.h"
#include "report/text/page.h"
#include "report/text/phrase.h"
#include "report/text/table.h"

namespace remit {
namespace {

using report::text::Cell;
using report::text::Page;
using report::text::printable;
using report::text::Tone;

constexpr std::size_t kIndent = 2;

std::string continuity(const Candidate& candidate) {
  if (candidate.has_case) return "has it";
  return candidate.had_case ? "to " + value::to_string(*candidate.had_case) : "no";
}

std::string team(const Candidate& candidate) {
  if (!candidate.in_post) return "no post";
  if (candidate.team.empty()) return "not known";
  return printable(candidate.team) + (candidate.same_team ? " (the case's)" : "");
}

std::string room(const Candidate& candidate) {
  if (!candidate.room) return "no limit";
  return fmt::format("{:g} of {:g}", candidate.room->counted, candidate.room->at_most);
}

/// `W000082, able from 2026-03-15`.
std::string heading(const Candidate& candidate, const WhoAnswer& answer) {
  std::string text = printable(candidate.worker);
  if (!candidate.in_post) text += ", no post";
  if (!candidate.team.empty()) text += ", " + team(candidate);
  if (candidate.has_case) text += ", has the case";
  if (!candidate.has_case && candidate.had_case) text += ", had the case " + continuity(candidate);
  if (candidate.able_from) return text + ": able from " + value::to_string(*candidate.able_from);
  if (!candidate.searched) return text;
  return text + ": no day found up to " + value::to_string(*answer.until);
}

/// Writes an answer for people: the able as a table, the others with what stands against them.
class Writer {
 public:
  Writer(const findings::Audit& rules, const WhoAnswer& answer, std::size_t limit,
         const report::Options& options, std::ostream& out)
      : rules_(rules), answer_(answer), limit_(limit), page_(options, out) {}

  void write() {
    const std::size_t able = answer_.count(May::kYes);
    page_.line(page_.paint(fmt::format("{} of {} can be assigned on {}", report::text::number(able),
                                       report::text::counted(answer_.candidates.size(), "worker"),
                                       value::to_string(answer_.on)),
                           able > 0 ? Tone::kGood : Tone::kBad));
    for (const Candidate* candidate : answer_.first(limit_))
      groups_[candidate->may].push_back(candidate);
    write_able();
    write_others(May::kCannotTell, "cannot be told");
    write_others(May::kNo, "not able");
    write_notes();
  }

 private:
  void write_able() {
    const auto& able = groups_[May::kYes];
    if (able.empty()) return;
    page_.line();
    std::vector<std::vector<Cell>> rows;
    for (const Candidate* candidate : able) {
      rows.push_back({{printable(candidate->worker), Tone::kStrong},
                      {continuity(*candidate)},
                      {team(*candidate)},
                      {room(*candidate)},
                      {std::to_string(candidate->duties)}});
    }
    report::text::write_table(
        page_, {{"worker"}, {"had the case"}, {"team"}, {"caseload"}, {"new duties", true}}, rows);
    write_more(May::kYes, able.size());
  }

  void write_others(May may, std::string_view what) {
    const auto& some = groups_[may];
    if (some.empty()) return;
    page_.heading(fmt::format("{} {}:", report::text::number(answer_.count(may)), what));
    for (const Candidate* candidate : some) {
      page_.paragraph(heading(*candidate, answer_), kIndent, 2 * kIndent, Tone::kPlain);
      write_reasons(*candidate);
    }
    write_more(may, some.size());
  }

  /// Of each rule once.
  void write_reasons(const Candidate& candidate) {
    std::map<std::size_t, std::size_t> times;
    for (const auto& reason : candidate.reasons) ++times[reason.outcome.rule];
    for (const auto& reason : candidate.reasons) {
      const auto count = times.extract(reason.outcome.rule);
      if (count.empty()) continue;
      const findings::RuleResult& rule = rules_.rules[reason.outcome.rule];
      const std::string more = count.mapped() > 1 ? fmt::format(" ({} times)", count.mapped()) : "";
      page_.paragraph(
          fmt::format("{}  {}  {}{}", findings::word(rule.severity), rule.id, rule.title, more),
          2 * kIndent, 3 * kIndent, report::text::tone(reason.outcome.verdict));
      for (const rules::Need& need : reason.outcome.needs) {
        page_.paragraph(fmt::format("would be settled by: `{}` of {} in {}", need.field, need.key,
                                    need.resource),
                        3 * kIndent, 3 * kIndent, Tone::kFaint);
      }
    }
  }

  void write_more(May may, std::size_t shown) {
    const std::size_t all = answer_.count(may);
    if (all == shown) return;
    page_.paragraph(fmt::format("and {} more", report::text::number(all - shown)), kIndent,
                    Tone::kFaint);
  }

  void write_notes() {
    for (const Holder& holder : answer_.holders) {
      note(fmt::format("{} has the case in this role already ({}): `--end {}` hands it over",
                       holder.worker.empty() ? "somebody" : holder.worker, holder.key, holder.key));
    }
    std::size_t count = 0;
    for (const findings::RuleResult& rule : rules_.rules) count += rule.was_run() ? 0U : 1U;
    if (count == 0) return;
    note(
        fmt::format("{} not run, since the export lacks what they need or they are switched "
                    "off: they were not asked",
                    report::text::counted(count, "rule") + (count == 1 ? " was" : " were")));
  }

  void note(std::string_view text) {
    page_.line();
    page_.paragraph(text, 0);
  }

  const findings::Audit& rules_;
  const WhoAnswer& answer_;
  std::size_t limit_;
  Page page_;
  std::map<May, std::vector<const Candidate*>> groups_;
};

}  // namespace

std::size_t WhoAnswer::count(May may) const {
  return static_cast<std::size_t>(
      std::count_if(candidates.begin(), candidates.end(),
                    [may](const Candidate& candidate) { return candidate.may == may; }));
}

std::vector<const Candidate*> WhoAnswer::first(std::size_t limit) const {
  std::map<May, std::size_t> shown;
  std::vector<const Candidate*> some;
  for (const Candidate& candidate : candidates) {
    if (limit == 0 || shown[candidate.may]++ < limit) some.push_back(&candidate);
  }
  return some;
}

void write_text(const Advisor& advisor, const WhoAnswer& answer, std::size_t limit,
                const report::Options& options, std::ostream& out) {
  Writer(advisor.rules(), answer, limit, options, out).write();
}

}  // namespace remit
