#include "rules/message.h"

#include <fmt/format.h>

#include "lang/hole.h"
#include "yaml/mapping.h"

namespace remit::rules {
namespace {

text::Excerpt part_of(const text::Excerpt& whole, std::size_t begin, std::size_t end) {
  using Difference = std::vector<std::uint32_t>::difference_type;
  const auto first = whole.offsets.begin();
  return {whole.file,
          whole.text.substr(begin, end - begin),
          {first + static_cast<Difference>(begin), first + static_cast<Difference>(end) + 1}};
}

class MessageReader {
 public:
  MessageReader(text::Excerpt excerpt, Expressions& expressions, text::Diagnostics& diagnostics)
      : excerpt_(std::move(excerpt)), expressions_(expressions), diagnostics_(diagnostics) {}

  std::vector<MessagePiece> read() {
    const std::string& text = excerpt_.text;
    while (at_ < text.size()) {
      const char c = text[at_];
      const bool doubled = at_ + 1 < text.size() && text[at_ + 1] == c;
      if ((c == '{' || c == '}') && doubled) {
        literal_ += c;
        at_ += 2;
      } else if (c == '{') {
        if (!read_hole()) break;
      } else {
        if (c == '}') stray_brace();
        literal_ += c;
        ++at_;
      }
    }
    end_literal();
    return std::move(pieces_);
  }

 private:
  void error(std::string_view code, std::size_t begin, std::size_t end, std::string message,
             std::string help) {
    diagnostics_.error(code, {excerpt_.file, excerpt_.span(begin, end)}, std::move(message),
                       std::move(help));
  }

  void stray_brace() {
    error("stray-brace", at_, at_ + 1, "this `}` closes nothing",
          "write `}}` for a brace in the text, or `{` where the expression begins");
  }

  void end_literal() {
    if (!literal_.empty()) pieces_.push_back({std::move(literal_), nullptr});
    literal_.clear();
  }

  /// Answers whether the message can be read on after the hole.
  bool read_hole() {
    const std::size_t begin = at_ + 1;
    const std::size_t end = lang::end_of_hole(excerpt_.text, begin);
    if (end == excerpt_.text.size() || excerpt_.text[end] == '{') {
      error("unclosed-brace", at_, begin, "this `{` is not closed",
            "write `}` where the expression ends, or `{{` for a brace in the text");
      return false;
    }
    end_literal();
    const text::Excerpt hole = part_of(excerpt_, begin, end);
    if (hole.text.find_first_not_of(" \t\r\n") == std::string::npos) {
      error("empty-hole", at_, end + 1, "there is no expression between the braces",
            "name what to show: `{a.started_on}`; write `{{` and `}}` for braces in the text");
    } else {
      pieces_.push_back({"", expressions_.any(hole)});
    }
    at_ = end + 1;
    return true;
  }

  text::Excerpt excerpt_;
  Expressions& expressions_;
  text::Diagnostics& diagnostics_;
  std::vector<MessagePiece> pieces_;
  std::string literal_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<MessagePiece> read_message(const yaml::Node& node, Expressions& expressions,
                                       text::Diagnostics& diagnostics) {
  if (!yaml::as_text(node, "`message`", diagnostics)) return {};
  return MessageReader(yaml::excerpt(node), expressions, diagnostics).read();
}

}  // namespace remit::rules
