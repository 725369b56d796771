#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include "report/format.h"

namespace remit::report::text {

enum class Tone { kPlain, kStrong, kFaint, kBad, kDoubtful, kComing, kGood };

/// The tone in which a verdict is written.
Tone tone(rules::Verdict verdict);
Tone tone(rules::Severity severity);

/// Writes lines of at most the width that was asked for, or of 48 columns where that is less.
class Page {
 public:
  Page(const Options& options, std::ostream& out);

  std::size_t width() const { return width_; }
  const Options& options() const { return options_; }

  /// A piece of a line in its tone, where there is colour.
  std::string paint(std::string_view text, Tone tone) const;
  /// A line as it stands, without what trails.
  void line(std::string_view text = {});
  /// A heading: a line in strong type after an empty one.
  void heading(std::string_view text);
  /// Any text, broken into lines that start after so many spaces (the first after `first`).
  void paragraph(std::string_view text, std::size_t indent, Tone tone = Tone::kPlain);
  void paragraph(std::string_view text, std::size_t first, std::size_t indent, Tone tone);

 private:
  const Options& options_;
  std::ostream& out_;
  std::size_t width_;
};

}  // namespace remit::report::text
