#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "findings/verdict.h"
#include "report/explanation.h"
#include "report/text/display.h"
#include "report/text/phrase.h"
#include "report/text/table.h"
#include "report/text/timeline.h"

namespace remit::report {
namespace {

using findings::Explanation;
using findings::Said;
using text::Page;
using text::Tone;

/// Cells are cut to this where the page leaves no more.
constexpr std::size_t kNarrowestCell = 12;

void write_said(Page& page, const Said& said, std::size_t indent) {
  page.paragraph("- " + said.text, indent, indent + 2, Tone::kPlain);
  for (const Said& below : said.below) write_said(page, below, indent + 2);
}

void write_head(Page& page, const Explanation& it) {
  page.paragraph(it.rule + "  " + it.title, 0, 2, Tone::kStrong);
  std::string about = fmt::format("{}, of the kind `{}`", findings::word(it.severity), it.kind);
  if (!it.subject.key.empty()) {
    about =
        (it.subject.entity.empty() ? "" : it.subject.entity + " ") + it.subject.key + ": " + about;
  }
  page.paragraph(about + ", as of " + value::to_string(it.as_of), 2);
  page.line();
  for (const findings::VerdictSaid& said : it.verdicts) {
    const rules::Verdict verdict = said.outcome.verdict;
    std::string name(findings::word(verdict));
    std::replace(name.begin(), name.end(), '_', ' ');
    page.paragraph(name + ": " + said.text, 2, 4, text::tone(verdict));
    if (said.waiver) page.paragraph(text::waived(*said.waiver), 4, Tone::kPlain);
  }
  if (!it.why.empty()) page.paragraph(it.why, 2, Tone::kDoubtful);
  for (const Said& said : it.because) write_said(page, said, 2);
}

void write_keys(Page& page, const Explanation& it) {
  if (it.keys.empty()) return;
  page.heading("Keys that could be meant");
  for (const std::string& key : it.keys) page.paragraph(key, 2, 4, Tone::kPlain);
}

void write_list(Page& page, const std::string& title, const std::vector<Said>& list) {
  if (list.empty()) return;
  page.heading(title);
  for (const Said& said : list) write_said(page, said, 2);
}

void write_steps(Page& page, const Explanation& it) {
  if (it.steps.empty()) return;
  page.heading("How it was decided");
  std::size_t number = 0;
  for (const findings::DecisionStep& step : it.steps) {
    page.paragraph(fmt::format("{}. {}: {}", ++number, step.title, step.said.text), 2, 5,
                   Tone::kPlain);
    for (const Said& below : step.said.below) write_said(page, below, 5);
  }
}

void write_reckonings(Page& page, const Explanation& it) {
  if (it.reckonings.empty()) return;
  page.heading("Step by step");
  const auto& all = it.reckonings;
  text::each_shown(all, [&](std::size_t i, std::size_t left_out) {
    if (left_out > 0) {
      page.paragraph(fmt::format("... {} more in which nothing was amiss", left_out), 2,
                     Tone::kFaint);
    } else {
      page.paragraph("- " + all[i].text, 2, 4, Tone::kPlain);
    }
  });
}

std::string shown(const value::Value& value) {
  return value.is_missing() ? "(missing)" : text::printable(value::to_string(value));
}

void write_read(Page& page, const Explanation& it) {
  if (it.read.empty()) return;
  page.heading("What was read");
  std::vector<std::vector<text::Cell>> rows;
  for (const findings::ReadCell& cell : it.read) {
    const bool missing = cell.evidence.value.is_missing();
    rows.push_back({{text::printable(cell.evidence.path), Tone::kPlain},
                    {shown(cell.evidence.value), missing ? Tone::kDoubtful : Tone::kPlain},
                    {text::printable(cell.evidence.resource), Tone::kPlain},
                    {text::printable(cell.evidence.key), Tone::kPlain}});
  }
  const std::vector<text::TableColumn> columns{
      {"what", false}, {"value", false}, {"table", false}, {"key", false}};
  // The column that is cut is the widest, until all fit.
  for (std::size_t column : {1U, 3U, 0U}) {
    const std::size_t wide = text::table_width(columns, rows);
    if (wide <= page.width()) break;
    std::size_t widest = 0;
    for (const auto& row : rows) widest = std::max(widest, text::width(row[column].text));
    const std::size_t room = widest - std::min(widest, wide - page.width());
    for (auto& row : rows) {
      row[column].text = text::cut(row[column].text, std::max(room, kNarrowestCell));
    }
  }
  text::write_table(page, columns, rows);
  for (const findings::ReadCell& cell : it.read) {
    if (!cell.note.empty())
      page.paragraph(cell.evidence.path + ": " + cell.note, 2, 4, Tone::kDoubtful);
  }
}

void write_needs(Page& page, const Explanation& it) {
  if (it.needs.empty() && it.prospects.empty()) return;
  page.heading("What would decide it");
  for (const findings::NeededCell& cell : it.needs) {
    page.paragraph(fmt::format("- `{}` of {} in `{}`{}", cell.need.field, cell.need.key,
                               cell.need.resource, cell.note.empty() ? "" : ": " + cell.note),
                   2, 4, Tone::kPlain);
  }
  for (const findings::Prospect& prospect : it.prospects) {
    page.paragraph(fmt::format("{}: {}", prospect.condition, prospect.text), 2, 4, Tone::kPlain);
  }
}

void write_messages(Page& page, const Explanation& it) {
  std::vector<std::string> messages;
  for (const findings::VerdictSaid& said : it.verdicts) {
    const std::string& message = said.outcome.message;
    if (said.outcome.verdict > rules::Verdict::kWaived || message.empty()) continue;
    if (std::find(messages.begin(), messages.end(), message) == messages.end()) {
      messages.push_back(message);
    }
  }
  if (messages.empty()) return;
  page.heading("What it comes to");
  for (const std::string& message : messages) page.paragraph(message, 2);
  if (!it.remedy.empty()) page.paragraph("to do: " + it.remedy, 2, 4, Tone::kPlain);
}

void write_sources(Page& page, const Explanation& it) {
  if (it.sources.empty()) return;
  page.heading("By what authority");
  for (const findings::Authority& source : it.sources) {
    page.paragraph(text::cited(source), 2, 4, Tone::kPlain);
    // Not broken, so that it can be followed.
    if (!source.source.url.empty()) page.line("    " + text::printable(source.source.url));
  }
}

void write_one(const Explanation& it, Page& page) {
  write_head(page, it);
  write_keys(page, it);
  write_list(page, "The rule", it.reading);
  write_list(page, "What its words mean", it.terms);
  write_steps(page, it);
  write_reckonings(page, it);
  text::write_timeline(page, it);
  write_read(page, it);
  write_needs(page, it);
  write_sources(page, it);
  write_messages(page, it);
}

}  // namespace

void write_explanations(const std::vector<Explanation>& explanations, const Options& options,
                        std::ostream& out) {
  Page page(options, out);
  for (std::size_t i = 0; i < explanations.size(); ++i) {
    if (i > 0) {
      page.line();
      page.line();
    }
    write_one(explanations[i], page);
  }
}

}  // namespace remit::report
