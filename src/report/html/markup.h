#pragma once

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace remit::report::html {

using Attribute = std::pair<std::string_view, std::string_view>;
using Attributes = std::initializer_list<Attribute>;

/// HTML written element by element. Whatever texts hold is text: nothing of it becomes markup.
class Markup {
 public:
  explicit Markup(std::ostream& out) : out_(out) {}

  Markup& open(std::string_view tag, Attributes attributes = {});
  /// Ends the element that was opened last.
  Markup& close();
  /// An element with nothing but a text in it.
  Markup& element(std::string_view tag, std::string_view text, Attributes attributes = {});
  /// An element without content: `meta`, or one of SVG.
  Markup& empty(std::string_view tag, Attributes attributes = {});
  Markup& text(std::string_view text);
  /// A text that came from the data or the rules: it may run in either direction and must not turn
  /// what stands around it.
  Markup& data(std::string_view text);
  /// A link whose content follows. Where only the script makes what it leads to, the script also
  /// makes it lead there; until then it leads to the section, or nowhere.
  Markup& open_link(std::string_view target);
  /// A link; just the text where it leads nowhere.
  Markup& link(std::string_view text, std::string_view target);
  /// A line break, so that the file can be read.
  Markup& line();
  /// Text of our own that is HTML, a style or a script already.
  Markup& raw(std::string_view text);

 private:
  void start(std::string_view tag, Attributes attributes);

  std::ostream& out_;
  std::vector<std::string> open_;
};

}  // namespace remit::report::html
