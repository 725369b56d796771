#include "layout/layout.h"

#include <fmt/format.h>

#include <memory>

#include "layout/printer.h"
#include "layout/same_meaning.h"
#include "layout/source.h"

namespace remit::layout {
namespace {

/// Lines that end in LF, and no byte order mark.
std::string with_plain_lines(std::string_view content) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (content.starts_with(kByteOrderMark)) content.remove_prefix(kByteOrderMark.size());
  std::string result;
  result.reserve(content.size());
  for (std::size_t i = 0; i < content.size(); ++i) {
    const bool break_follows = i + 1 < content.size() && content[i + 1] == '\n';
    if (content[i] != '\r' || !break_follows) result += content[i];
  }
  return result;
}

std::unique_ptr<Source> read(const text::SourcePtr& file) {
  text::Diagnostics ignored;
  auto document = yaml::parse(file, ignored);
  return document ? std::make_unique<Source>(std::move(*document)) : nullptr;
}

bool same_when_read(const yaml::Node& original, const Source& before, const std::string& text) {
  try {
    const auto after = read(std::make_shared<const text::SourceFile>(before.file->path(), text));
    return after && same_meaning(original, before, *after);
  } catch (const Unsupported&) {
    return false;
  }
}

LaidOut fault(const text::SourcePtr& file, text::Diagnostics& diagnostics) {
  diagnostics.error("layout-fault", {file, {0, 0}},
                    "a fault of remit itself: laid out, this file would not mean the same",
                    "it was left as it is; please report it, with the file if you may share it");
  return {Outcome::kFault, {}};
}

/// What ends lines on machines of long ago is taken for a blank in some places and not in others.
bool check_line_ends(const text::SourcePtr& file, text::Diagnostics& diagnostics) {
  const std::size_t found = file->content().find('\r');
  if (found == std::string::npos) return true;
  const auto begin = static_cast<std::uint32_t>(found);
  diagnostics.error("no-layout", {file, {begin, begin + 1}},
                    "a carriage return that does not end a line",
                    "remove it, or save the file with line ends of today");
  return false;
}

LaidOut refuse(const text::SourcePtr& file, std::size_t place, text::Diagnostics& diagnostics) {
  const auto begin = static_cast<std::uint32_t>(place);
  const text::Location where{file, {begin, begin + 1}};
  diagnostics.error("no-layout", where,
                    fmt::format("no layout is known for this use of `{}`", file->slice(where.span)),
                    "write it in a plainer way: each key on the line of its colon, one document "
                    "without directives");
  return {Outcome::kRefused, {}};
}

}  // namespace

LaidOut lay_out(const text::SourcePtr& file, text::Diagnostics& diagnostics) {
  const auto original = yaml::parse(file, diagnostics);
  if (!original) return {};
  const auto plain =
      std::make_shared<const text::SourceFile>(file->path(), with_plain_lines(file->content()));
  if (!check_line_ends(plain, diagnostics)) return {};
  try {
    const auto before = read(plain);
    if (!before) return fault(file, diagnostics);
    std::string text = Printer(*before).run();
    const bool same =
        same_signs(plain->content(), text) && same_when_read(*original, *before, text);
    if (!same) return fault(file, diagnostics);
    return {Outcome::kLaidOut, std::move(text)};
  } catch (const Unsupported& unsupported) {
    return refuse(plain, unsupported.at, diagnostics);
  }
}

}  // namespace remit::layout
