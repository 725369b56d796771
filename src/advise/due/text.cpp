#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "advise/due/formats.h"
#include "findings/verdict.h"
#include "report/text/display.h"
#include "report/text/page.h"
#include "report/text/phrase.h"

namespace remit::advise {
namespace {

using report::text::Page;
using report::text::Tone;

constexpr std::array<std::string_view, 7> kWeekdays{"Mon", "Tue", "Wed", "Thu",
                                                    "Fri", "Sat", "Sun"};
/// Of the columns of a line that stand before what is to do.
constexpr std::size_t kColumns = 5;
constexpr std::size_t kNarrowest = 24;

std::string day_text(value::Date date) {
  return fmt::format("{} {}", kWeekdays.at(static_cast<std::size_t>(value::weekday(date) - 1)),
                     value::to_string(date));
}

Tone tone_of(DueState state) {
  return state == DueState::kOverdue ? Tone::kBad
         : state == DueState::kDue   ? Tone::kComing
                                     : Tone::kDoubtful;
}

/// Writes the list, with a heading for each worker, case or day.
class Writer {
 public:
  Writer(const Advisor& advisor, const DueAnswer& answer, const DueLook& look, std::ostream& out)
      : rules_(advisor.rules()), answer_(answer), look_(look), page_(look.options, out) {}

  void write() {
    page_.line(page_.paint(fmt::format("{}{}{}, as of {}", report::text::printable(rules_.ruleset),
                                       rules_.version.empty() ? "" : " ", rules_.version,
                                       value::to_string(rules_.as_of)),
                           Tone::kStrong));
    write_counts();
    std::map<std::string, std::vector<const DueItem*>> groups;
    for (const DueItem& item : answer_.items) {
      groups[group_of(item)].push_back(&item);
      widen(item);
    }
    for (const auto& [name, items] : groups) write_group(items);
    write_notes();
  }

 private:
  using Cells = std::array<std::string, kColumns>;

  const findings::RuleResult& rule_of(const DueItem& item) const {
    return rules_.rules[item.finding.outcome.rule];
  }

  void write_counts() {
    std::array<std::size_t, 3> counts{};
    for (const DueItem& item : answer_.items) ++counts.at(static_cast<std::size_t>(item.state));
    page_.paragraph(fmt::format("{} overdue, {} due by {}, {} coming",
                                report::text::number(counts[0]), report::text::number(counts[1]),
                                day_text(answer_.last), report::text::number(counts[2])),
                    0);
  }

  std::string group_of(const DueItem& item) const {
    if (look_.by == DueLook::By::kWorker) return item.worker;
    if (look_.by == DueLook::By::kCase) return item.subject;
    return item.state == DueState::kOverdue ? "" : value::to_string(item.due);
  }

  std::string heading_of(const DueItem& item) const {
    const auto with_team = [&](const std::string& text) {
      return item.team.empty() ? text : fmt::format("{}, team {}", text, item.team);
    };
    switch (look_.by) {
      case DueLook::By::kWorker:
        return item.worker.empty() ? "Nobody has these in hand" : with_team(item.worker);
      case DueLook::By::kCase:
        if (item.subject.empty()) return "About no case";
        return item.worker.empty() ? with_team(item.subject + ", with nobody")
                                   : with_team(item.subject + ", with " + item.worker);
      default:
        return item.state == DueState::kOverdue ? "Overdue" : day_text(item.due);
    }
  }

  /// The column that the heading says already is empty.
  Cells cells_of(const DueItem& item) const {
    const auto by = look_.by;
    const bool day = by == DueLook::By::kDay && item.state != DueState::kOverdue;
    return {std::string(word(item.state)), day ? "" : day_text(item.due),
            by == DueLook::By::kCase ? "" : item.subject,
            by == DueLook::By::kDay ? item.worker : "", rule_of(item).id};
  }

  void widen(const DueItem& item) {
    const Cells cells = cells_of(item);
    for (std::size_t i = 0; i < kColumns; ++i) {
      widths_[i] = std::max(widths_[i], report::text::width(report::text::printable(cells[i])));
    }
  }

  void write_group(const std::vector<const DueItem*>& items) {
    page_.heading(heading_of(*items.front()));
    for (const DueItem* item : items) write_item(*item);
  }

  void write_item(const DueItem& item) {
    const Cells cells = cells_of(item);
    std::string line = " ";
    std::size_t used = 1;
    for (std::size_t i = 0; i < kColumns; ++i) {
      if (widths_[i] == 0) continue;
      const std::string cell = report::text::pad(report::text::printable(cells[i]), widths_[i]);
      line += " " + (i == 0 ? page_.paint(cell, tone_of(item.state)) : cell);
      line += i + 1 < kColumns ? " " : "";
      used += widths_[i] + (i + 1 < kColumns ? 2U : 1U);
    }
    used += 2;
    const bool beside = used + kNarrowest <= page_.width();
    const std::size_t indent = beside ? used : 4;
    const auto wrapped = report::text::wrap(what(item), page_.width() - indent);
    if (!beside) page_.line(line);
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
      page_.line((i == 0 && beside ? line + "  " : std::string(indent, ' ')) + wrapped[i]);
    }
  }

  std::string what(const DueItem& item) const {
    const rules::Subject& subject = item.finding.outcome.subject;
    std::string text = rule_of(item).title;
    if (subject.key != item.subject && subject.key != item.worker) {
      text += fmt::format(" ({} {})", subject.entity, subject.key);
    }
    const bool usual = item.turns == rules::Verdict::kViolation && item.turns_on &&
                       item.turns_on->days == item.due.days + 1;
    return usual ? text : fmt::format("{}: {}", text, turn_text(item));
  }

  void write_notes() {
    page_.line();
    if (!answer_.items.empty()) {
      page_.paragraph(
          "What is due is a violation from the day after its date on, if nothing more is recorded, "
          "unless the line says otherwise. What is coming is broken by what is recorded today.",
          0);
    }
    if (answer_.hidden > 0) {
      page_.paragraph(fmt::format("{} not in the list, since their days come of personal fields: "
                                  "`--show-personal` lists them",
                                  report::text::counted(answer_.hidden, "date") +
                                      (answer_.hidden == 1 ? " is" : " are")),
                      0);
    }
    std::size_t count = 0;
    for (const findings::RuleResult& rule : rules_.rules) count += rule.was_run() ? 0U : 1U;
    if (count == 0) return;
    page_.paragraph(
        fmt::format("{} not run, since the export lacks what they need or they are "
                    "switched off: what they ask for is not in the list",
                    report::text::counted(count, "rule") + (count == 1 ? " was" : " were")),
        0);
  }

  const findings::Audit& rules_;
  const DueAnswer& answer_;
  const DueLook& look_;
  Page page_;
  std::array<std::size_t, kColumns> widths_{};
};

}  // namespace

void write_due_text(const Advisor& advisor, const DueAnswer& answer, const DueLook& look,
                    std::ostream& out) {
  Writer(advisor, answer, look, out).write();
}

}  // namespace remit::advise
