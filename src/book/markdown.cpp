#include <algorithm>
#include <cctype>
#include <ostream>

#include <fmt/format.h>

#include "book/addresses.h"
#include "book/book.h"
#include "text/display.h"

namespace remit::book {
namespace {

/// A text in which nothing is markup.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char letter : text::printable(text)) {
    if (letter == '&') {
      result += "&amp;";
    } else if (letter == '<') {
      result += "&lt;";
    } else if (std::string_view("\\`*_[]{}>|~#!").find(letter) != std::string_view::npos) {
      result += std::string("\\") + letter;
    } else {
      result += letter;
    }
  }
  return result;
}

/// What would make a list, a heading or a rule of a line by standing at its start.
std::string safe_start(std::string line) {
  const std::size_t digits = line.find_first_not_of("0123456789");
  const bool numbered =
      digits != 0 && digits != std::string::npos && (line[digits] == '.' || line[digits] == ')');
  if (numbered) return line.insert(digits, "\\");
  const bool marked =
      !line.empty() && std::string_view("+-=").find(line[0]) != std::string_view::npos;
  return marked ? "\\" + line : line;
}

/// In code nothing can be escaped: the fence is longer than any in the text.
std::string in_code(std::string_view text) {
  const std::string shown = text::printable(text);
  std::string fence = "`";
  while (shown.find(fence) != std::string::npos) fence += "`";
  const char* gap = fence.size() > 1 ? " " : "";
  return fence + gap + shown + gap + fence;
}

std::string run_text(const Run& run) {
  if (run.text.empty()) return {};
  std::string text = run.style == Run::Style::kCode ? in_code(run.text) : escaped(run.text);
  if (run.style == Run::Style::kStrong) text = "**" + text + "**";
  const std::string target = safe_address(run.target);
  return target.empty() ? text : fmt::format("[{}]({})", text, target);
}

std::string line_text(const Line& line) {
  std::string text;
  for (const Run& run : line) text += run_text(run);
  return text;
}

class Writer {
 public:
  explicit Writer(std::ostream& out) : out_(out) {}

  void write(const Book& book) {
    out_ << "# " << escaped(book.title) << "\n\n";
    const std::string about = line_text(book.about);
    if (!about.empty()) out_ << about << "\n\n";
    for (const Block& block : book.preface) write_block(block);
    out_ << "## Contents\n\n";
    for (const Chapter& chapter : book.chapters) {
      items({{{link(chapter.title, "#" + chapter.anchor)}, chapter.contents}}, 0);
    }
    out_ << "\n";
    for (const Chapter& chapter : book.chapters) {
      heading(2, chapter.anchor, escaped(chapter.title));
      for (const Block& block : chapter.blocks) write_block(block);
    }
  }

  void operator()(const Paragraph& paragraph) {
    const std::string text = safe_start(line_text(paragraph.text));
    out_ << (paragraph.role == Paragraph::Role::kWarning ? "> " : "") << text << "\n\n";
  }
  void operator()(const List& list) {
    items(list.items, 0);
    out_ << "\n";
  }
  void operator()(const Particulars& particulars) {
    for (const Particular& each : particulars.list) {
      out_ << "**" << escaped(each.term) << "**";
      if (each.says.size() == 1 && each.says[0].items.empty()) {
        out_ << ": " << line_text(each.says[0].text) << "\n\n";
      } else {
        out_ << "\n\n";
        items(each.says, 0);
        out_ << "\n";
      }
    }
  }
  void operator()(const Table& table) {
    out_ << "**" << escaped(table.caption) << "**\n\n|";
    for (const std::string& column : table.columns) out_ << " " << escaped(column) << " |";
    out_ << "\n|";
    for (std::size_t column = 0; column < table.columns.size(); ++column) out_ << " --- |";
    out_ << "\n";
    for (const Table::Row& row : table.rows) {
      out_ << "|";
      for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
        const bool named = cell == 0 && !row.anchor.empty();
        out_ << " " << (named ? anchor_text(row.anchor) : "") << line_text(row.cells[cell]) << " |";
      }
      out_ << "\n";
    }
    out_ << "\n";
  }
  void operator()(const Article& article) {
    heading(3, article.anchor, line_text(article.title));
    for (const Block& block : article.blocks) write_block(block);
  }

 private:
  static std::string anchor_text(const std::string& anchor) {
    return fmt::format("<a id=\"{}\"></a>", anchor);
  }
  void write_block(const Block& block) { std::visit(*this, block.kind); }
  void heading(int level, const std::string& anchor, const std::string& text) {
    out_ << anchor_text(anchor) << "\n\n"
         << std::string(static_cast<std::size_t>(level), '#') << " " << text << "\n\n";
  }
  void items(const std::vector<Item>& all, std::size_t indent) {
    for (const Item& item : all) {
      out_ << std::string(indent, ' ') << "- " << safe_start(line_text(item.text)) << "\n";
      items(item.items, indent + 2);
    }
  }

  std::ostream& out_;
};

}  // namespace

void write_markdown(const Book& book, std::ostream& out) { Writer(out).write(book); }

}  // namespace remit::book
