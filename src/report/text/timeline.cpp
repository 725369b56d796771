#include "report/text/timeline.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/text/display.h"

namespace remit::report::text {
namespace {

using findings::Explanation;
using findings::TimelineEntry;
using Kind = TimelineEntry::Kind;

constexpr std::size_t kDates = 24;    ///< `2025-12-18 to 2026-01-13`
constexpr std::size_t kTexts = 28;    ///< at least
constexpr std::size_t kLongest = 60;  ///< a bar

struct Mark {
  char sign;
  Tone tone;
};

Mark mark_of(Kind kind) {
  switch (kind) {
    case Kind::kStart:
    case Kind::kEnd:
    case Kind::kAsOf:
      return {'|', Tone::kFaint};
    case Kind::kEvent:
      return {'o', Tone::kGood};
    case Kind::kPeriod:
      return {'=', Tone::kGood};
    case Kind::kPause:
      return {'~', Tone::kFaint};
    case Kind::kDue:
      return {'!', Tone::kComing};
    case Kind::kBreach:
      return {'#', Tone::kBad};
    case Kind::kDoubt:
      return {'?', Tone::kDoubtful};
  }
  return {'o', Tone::kPlain};
}

/// The days that the bars stand for.
struct Scale {
  value::Date from;
  value::Date last;
  std::size_t columns;

  std::size_t column(value::Date date) const {
    const std::int64_t days = std::int64_t{last.days} - from.days + 1;
    const std::int64_t day =
        std::clamp<std::int64_t>(std::int64_t{date.days} - from.days, 0, days - 1);
    return static_cast<std::size_t>(day * static_cast<std::int64_t>(columns) / days);
  }
  bool meets(const TimelineEntry& entry) const {
    const value::Date end = entry.to ? *entry.to : value::Date{entry.from->days + 1};
    return *entry.from <= last && (entry.open || from < end);
  }
};

/// What was judged, and everything that happened on a day; long periods may reach beyond it.
Scale scale_of(const Explanation& it, std::size_t columns) {
  const value::Date last = it.judged ? value::Date{it.judged->to.days - 1} : it.as_of;
  Scale scale{it.judged ? it.judged->from : last, last, columns};
  const auto include = [&](value::Date date) {
    scale.from = std::min(scale.from, date);
    scale.last = std::max(scale.last, date);
  };
  for (const TimelineEntry& entry : it.timeline) {
    if (!entry.from || (it.judged && entry.kind == Kind::kAsOf)) continue;
    const bool period = entry.to || entry.open;
    if (!period || entry.kind == Kind::kBreach || !it.judged) include(*entry.from);
    if (period && entry.to && entry.kind == Kind::kBreach) {
      include(value::Date{entry.to->days - 1});
    }
  }
  return scale;
}

std::string bar_of(const TimelineEntry& entry, const Scale& scale) {
  std::string bar(scale.columns, '.');
  if (!entry.from || !scale.meets(entry)) return bar;
  const std::size_t first = scale.column(*entry.from);
  value::Date end = *entry.from;
  if (entry.to) end = value::Date{entry.to->days - 1};
  if (entry.open) end = scale.last;
  for (std::size_t i = first; i <= scale.column(end); ++i) bar[i] = mark_of(entry.kind).sign;
  return bar;
}

std::string dates_of(const TimelineEntry& entry) {
  if (!entry.from) return "not known";
  const std::string from = value::to_string(*entry.from);
  if (entry.open) return from + " onwards";
  const bool one = !entry.to || entry.to->days <= entry.from->days + 1;
  return one ? from : from + " to " + value::to_string(value::Date{entry.to->days - 1});
}

void write_entry(Page& page, const TimelineEntry& entry, const Scale& scale, std::size_t room) {
  const Mark mark = mark_of(entry.kind);
  const std::string bar = page.paint(bar_of(entry, scale), mark.tone);
  std::string start = "  " + pad(dates_of(entry), kDates) + "  " + bar + "  ";
  for (const std::string& part : wrap(entry.text, room)) {
    page.line(start + page.paint(part, mark.tone));
    start = std::string(2 + kDates + 2 + scale.columns + 2, ' ');
  }
}

}  // namespace

void write_timeline(Page& page, const Explanation& explanation) {
  const auto& all = explanation.timeline;
  if (all.empty()) return;
  page.heading("Timeline");
  const std::size_t taken = 2 + kDates + 2 + 2 + kTexts;
  const std::size_t columns =
      page.width() > taken + 8 ? std::min(page.width() - taken, kLongest) : 8;
  const std::size_t used = 2 + kDates + 2 + columns + 2;
  const std::size_t room = page.width() > used + 8 ? page.width() - used : 8;
  const Scale scale = scale_of(explanation, columns);
  each_shown(all, [&](std::size_t i, std::size_t left_out) {
    if (left_out > 0) {
      page.paragraph(fmt::format("... {} more", left_out), 2, Tone::kFaint);
    } else {
      write_entry(page, all[i], scale, room);
    }
  });
}

}  // namespace remit::report::text
