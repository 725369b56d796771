#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "comparison/format.h"
#include "report/text/display.h"
#include "report/text/page.h"
#include "report/text/phrase.h"

namespace remit::comparison {
namespace {

using report::text::Page;
using report::text::Tone;

std::string said(const Compared& run) {
  return fmt::format("{}: {}{}{}, as of {}", run.name, run.ruleset, run.version.empty() ? "" : " ",
                     run.version, value::to_string(run.as_of));
}

/// `violation since 2026-01-01`, `none`.
std::string said(const Side& side) {
  if (side.standing == Standing::kNotJudged) return "not judged";
  return side.finding ? report::text::was(*side.finding) : "none";
}

std::string spaced(std::string_view word) {
  std::string text(word);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

void write_head(Page& page, const Pages& pages) {
  const Difference& difference = pages.difference;
  page.paragraph("before: " + said(pages.before), 0, 2, Tone::kPlain);
  page.paragraph("after:  " + said(pages.after), 0, 2, Tone::kPlain);
  page.line();
  page.paragraph(fmt::format("{} of verdict by rule and subject, {} as before",
                             report::text::counted(difference.changes.size(), "change"),
                             report::text::number(difference.same)),
                 0, Tone::kStrong);
  for (const auto& [words, count] : difference.counts) {
    page.paragraph(fmt::format("{} -> {}: {}", spaced(words.first), spaced(words.second),
                               report::text::number(count)),
                   2);
  }
}

void write_rules(Page& page, const char* title, const std::vector<std::string>& rules) {
  if (rules.empty()) return;
  page.paragraph(fmt::format("{}: {}", title, fmt::join(rules, ", ")), 0, 2, Tone::kDoubtful);
}

/// Changes of one rule, from one place to another.
void write_rule(Page& page, const std::vector<Change>& changes, std::size_t begin,
                std::size_t end) {
  page.heading(fmt::format("{}: {}", report::text::printable(changes[begin].rule),
                           report::text::counted(end - begin, "change")));
  const std::size_t limit = page.options().limit;
  const std::size_t shown = limit == 0 ? end : std::min(end, begin + limit);
  for (std::size_t i = begin; i < shown; ++i) {
    page.paragraph(fmt::format("{} {}: {} -> {}", changes[i].entity, changes[i].key,
                               said(changes[i].before), said(changes[i].after)),
                   2, 4, Tone::kPlain);
  }
  if (shown < end) {
    page.paragraph(
        fmt::format("... and {} more (--limit 0 lists all)", report::text::number(end - shown)), 2,
        Tone::kStrong);
  }
}

}  // namespace

void write_text(const Pages& pages, const report::Options& options, std::ostream& out) {
  Page page(options, out);
  write_head(page, pages);
  write_rules(page, "rules that only the second run judged", pages.difference.added);
  write_rules(page, "rules that only the first run judged", pages.difference.removed);
  const std::vector<Change>& changes = pages.difference.changes;
  for (std::size_t begin = 0; begin < changes.size();) {
    std::size_t end = begin;
    while (end < changes.size() && changes[end].rule == changes[begin].rule) ++end;
    write_rule(page, changes, begin, end);
    begin = end;
  }
}

}  // namespace remit::comparison
