#include <ostream>

#include <fmt/format.h>

#include "advise/due/formats.h"
#include "findings/verdict.h"
#include "report/text/phrase.h"
#include "text/utf8.h"
#include "value/date.h"

namespace remit::advise {
namespace {

/// In octets, without the line's end (RFC 5545, 3.1).
constexpr std::size_t kLongestLine = 75;

/// A value of type TEXT: valid UTF-8 without controls, escaped.
std::string escaped(std::string_view text) {
  std::string safe;
  for (std::size_t at = 0; at < text.size();) {
    const text::Character character = text::character_at(text, at);
    const char first = text[at];
    if (!character.valid) {
      text::append_utf8(safe, U'\uFFFD');
    } else if (first == '\n') {
      safe += "\\n";
    } else if (first == '\\' || first == ';' || first == ',') {
      safe += {'\\', first};
    } else if (character.code >= 0x20 && (character.code < 0x7f || character.code > 0x9f)) {
      safe += text.substr(at, character.length);
    }
    at += character.length;
  }
  return safe;
}

std::string day(value::Date date) {
  const value::YearMonthDay parts = value::civil(date);
  return fmt::format("{:04}{:02}{:02}", parts.year, parts.month, parts.day);
}

/// Writes content lines, folded where they are too long, never within a character.
class Lines {
 public:
  explicit Lines(std::ostream& out) : out_(out) {}

  void line(const std::string& text) {
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = text::character_at(text, at).length;
      if (used + length > kLongestLine) {
        out_ << "\r\n ";
        used = 1;
      }
      out_ << text.substr(at, length);
      used += length;
      at += length;
    }
    out_ << "\r\n";
  }
  void text(std::string_view name, std::string_view value) {
    line(std::string(name) + ":" + escaped(value));
  }

 private:
  std::ostream& out_;
};

/// The same for what was due on a day, however many runs say so, also when it is overdue.
std::string identity(const findings::RuleResult& rule, const DueItem& item) {
  const rules::Subject& subject = item.finding.outcome.subject;
  std::string text;
  for (const std::string& part :
       {rule.id, subject.entity, subject.key, value::to_string(item.due)}) {
    text += fmt::format("{}:{}", part.size(), part);
  }
  return findings::to_string(findings::fnv1a(text)) + "@remit";
}

int priority(rules::Severity severity) {
  switch (severity) {
    case rules::Severity::kCritical:
      return 1;
    case rules::Severity::kMajor:
      return 3;
    case rules::Severity::kMinor:
      return 5;
    default:
      return 9;
  }
}

std::string description(const findings::RuleResult& rule, const DueItem& item) {
  std::string text = item.finding.outcome.message + "\n";
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) text += fmt::format("\n{}: {}", name, value);
  };
  add("Case", item.subject);
  add("Worker", item.worker.empty() ? "nobody" : item.worker);
  add("Team", item.team);
  add("About", item.finding.outcome.subject.entity + " " + item.finding.outcome.subject.key);
  add("If nothing is recorded", turn_text(item));
  add("To do", rule.remedy);
  for (const findings::Authority& authority : rule.sources) {
    add("Source", report::text::cited(authority));
  }
  return text;
}

void write_event(const Advisor& advisor, const DueItem& item, Lines& lines) {
  const findings::RuleResult& rule = advisor.rules().rules[item.finding.outcome.rule];
  const rules::Subject& subject = item.finding.outcome.subject;
  const std::string prefix = item.state == DueState::kOverdue ? "Overdue: " : "";
  lines.line("BEGIN:VEVENT");
  lines.line("UID:" + identity(rule, item));
  lines.line(fmt::format("DTSTAMP:{}T000000Z", day(advisor.rules().as_of)));
  lines.line("DTSTART;VALUE=DATE:" + day(item.due));
  lines.line("DTEND;VALUE=DATE:" + day({item.due.days + 1}));
  lines.text("SUMMARY", fmt::format("{}{} {}: {}", prefix, rule.id,
                                    item.subject.empty() ? subject.key : item.subject, rule.title));
  lines.text("DESCRIPTION", description(rule, item));
  lines.line("CATEGORIES:" + std::string(findings::word(rule.severity)) + "," +
             std::string(word(item.state)));
  lines.line(fmt::format("PRIORITY:{}", priority(rule.severity)));
  lines.line("CLASS:CONFIDENTIAL");
  lines.line("TRANSP:TRANSPARENT");
  lines.line("END:VEVENT");
}

}  // namespace

/// All-day events: Outlook and Google Calendar leave out what stands in a file as a VTODO.
void write_due_calendar(const Advisor& advisor, const DueAnswer& answer, const DueLook& look,
                        std::ostream& out) {
  Lines lines(out);
  lines.line("BEGIN:VCALENDAR");
  lines.line("VERSION:2.0");
  lines.line("PRODID:-//remit//remit due " + look.options.version + "//EN");
  lines.line("CALSCALE:GREGORIAN");
  lines.line("METHOD:PUBLISH");
  const std::string name = fmt::format("Due by {}", value::to_string(answer.last));
  lines.text("NAME", name);
  lines.text("X-WR-CALNAME", name);
  for (const DueItem& item : answer.items) write_event(advisor, item, lines);
  lines.line("END:VCALENDAR");
}

}  // namespace remit::advise
