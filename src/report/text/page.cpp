#include "report/text/page.h"

#include <algorithm>
#include <ostream>

#include "report/text/display.h"

namespace remit::report::text {
namespace {

constexpr std::size_t kNarrowest = 48;

std::string_view code(Tone tone) {
  switch (tone) {
    case Tone::kPlain:
      return "";
    case Tone::kStrong:
      return "1";
    case Tone::kFaint:
      return "2";
    case Tone::kBad:
      return "31";
    case Tone::kDoubtful:
      return "33";
    case Tone::kComing:
      return "36";
    case Tone::kGood:
      return "32";
  }
  return "";
}

}  // namespace

Tone tone(rules::Verdict verdict) {
  switch (verdict) {
    case rules::Verdict::kViolation:
      return Tone::kBad;
    case rules::Verdict::kUnknown:
      return Tone::kDoubtful;
    case rules::Verdict::kDue:
      return Tone::kComing;
    case rules::Verdict::kPass:
      return Tone::kGood;
    case rules::Verdict::kWaived:
    case rules::Verdict::kNotApplicable:
      return Tone::kFaint;
  }
  return Tone::kPlain;
}

Tone tone(rules::Severity severity) {
  switch (severity) {
    case rules::Severity::kCritical:
    case rules::Severity::kMajor:
      return Tone::kBad;
    case rules::Severity::kMinor:
      return Tone::kDoubtful;
    case rules::Severity::kInfo:
      return Tone::kFaint;
  }
  return Tone::kPlain;
}

Page::Page(const Options& options, std::ostream& out)
    : options_(options), out_(out), width_(std::max(options.width, kNarrowest)) {}

std::string Page::paint(std::string_view text, Tone tone) const {
  if (!options_.colour || tone == Tone::kPlain) return std::string(text);
  return "\x1b[" + std::string(code(tone)) + "m" + std::string(text) + "\x1b[0m";
}

void Page::line(std::string_view text) {
  out_ << text.substr(0, text.find_last_not_of(' ') + 1) << '\n';
}

void Page::heading(std::string_view text) {
  line();
  for (const std::string& part : wrap(text, width_)) line(paint(part, Tone::kStrong));
}

void Page::paragraph(std::string_view text, std::size_t indent, Tone tone) {
  paragraph(text, indent, indent, tone);
}

void Page::paragraph(std::string_view text, std::size_t first, std::size_t indent, Tone tone) {
  std::size_t start = first;
  for (const std::string& part : wrap(text, width_ - std::max(first, indent))) {
    line(std::string(start, ' ') + paint(part, tone));
    start = indent;
  }
}

}  // namespace remit::report::text
