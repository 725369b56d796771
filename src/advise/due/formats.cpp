#include "advise/due/formats.h"

#include <fmt/format.h>
#include <array>

namespace remit {
namespace {

constexpr std::array kFormats{
    DueFormat{"text", "for people", {".txt", ""}, advise::write_due_text},
    DueFormat{
        "json", "one document (schemas/due.schema.json)", {".json", ""}, advise::write_due_json},
    DueFormat{"csv", "a table for a spreadsheet", {".csv", ""}, advise::write_due_csv},
    DueFormat{"ics",
              "a calendar (iCalendar) for Outlook and\nothers: an event a day",
              {".ics", ".ical"},
              advise::write_due_calendar},
};

}  // namespace

std::span<const DueFormat> due_formats() { return kFormats; }

namespace advise {

std::string turn_text(const DueItem& item) {
  if (!item.turns_on) return "it comes right by itself";
  if (item.turns == rules::Verdict::kUnknown) {
    return fmt::format("unknown from {} on", value::to_string(*item.turns_on));
  }
  return fmt::format("a violation from {} on", value::to_string(*item.turns_on));
}

}  // namespace advise
}  // namespace remit
