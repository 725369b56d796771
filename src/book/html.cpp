#include <ostream>

#include <fmt/format.h>

#include "book/addresses.h"
#include "book/book.h"
#include "book/style.h"
#include "text/display.h"

namespace remit::book {
namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char letter : text::printable(text)) {
    switch (letter) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += letter;
    }
  }
  return result;
}

std::string run_text(const Run& run) {
  std::string text = escaped(run.text);
  if (run.style == Run::Style::kCode) text = "<code>" + text + "</code>";
  if (run.style == Run::Style::kStrong) text = "<strong>" + text + "</strong>";
  const std::string target = safe_address(run.target);
  return target.empty() ? text : fmt::format("<a href=\"{}\">{}</a>", escaped(target), text);
}

std::string line_text(const Line& line) {
  std::string text;
  for (const Run& run : line) text += run_text(run);
  return text;
}

std::string_view role_class(Paragraph::Role role) {
  switch (role) {
    case Paragraph::Role::kPlain:
      return "";
    case Paragraph::Role::kLead:
      return " class=\"lead\"";
    case Paragraph::Role::kFacts:
      return " class=\"facts\"";
    case Paragraph::Role::kWarning:
      return " class=\"warning\"";
  }
  return "";
}

class Writer {
 public:
  explicit Writer(std::ostream& out) : out_(out) {}

  void write(const Book& book) {
    head(book);
    out_ << "<header>\n<h1>" << escaped(book.title) << "</h1>\n";
    if (!line_text(book.about).empty()) out_ << "<p>" << line_text(book.about) << "</p>\n";
    out_ << "</header>\n";
    contents(book);
    out_ << "<main id=\"rules\" tabindex=\"-1\">\n";
    for (const Block& block : book.preface) write_block(block);
    for (const Chapter& chapter : book.chapters) section(chapter);
    out_ << "</main>\n</body>\n</html>\n";
  }

  void operator()(const Paragraph& paragraph) {
    out_ << "<p" << role_class(paragraph.role) << ">" << line_text(paragraph.text) << "</p>\n";
  }
  void operator()(const List& list) {
    if (!list.sentences) return items(list.items);
    out_ << "<div class=\"sentences\">\n";
    for (const Item& item : list.items) {
      out_ << "<p>" << line_text(item.text) << "</p>\n";
      items(item.items);
    }
    out_ << "</div>\n";
  }
  void operator()(const Particulars& particulars) {
    if (particulars.list.empty()) return;
    out_ << "<dl>\n";
    for (const Particular& each : particulars.list) {
      out_ << "<div><dt>" << escaped(each.term) << "</dt>\n<dd>";
      if (each.says.size() == 1) {
        out_ << line_text(each.says[0].text);
        items(each.says[0].items);
      } else {
        out_ << "\n";
        items(each.says);
      }
      out_ << "</dd></div>\n";
    }
    out_ << "</dl>\n";
  }
  void operator()(const Table& table) {
    out_ << "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\""
         << escaped(table.caption) << "\">\n<table>\n<caption>" << escaped(table.caption)
         << "</caption>\n<thead><tr>";
    for (const std::string& column : table.columns) {
      out_ << "<th scope=\"col\">" << escaped(column) << "</th>";
    }
    out_ << "</tr></thead>\n<tbody>\n";
    for (const Table::Row& row : table.rows) table_row(row);
    out_ << "</tbody>\n</table>\n</div>\n";
  }
  void operator()(const Article& article) {
    out_ << "<article id=\"" << escaped(article.anchor) << "\"";
    if (!article.tone.empty()) out_ << " class=\"" << escaped(article.tone) << "\"";
    out_ << ">\n<h3>" << line_text(article.title) << "</h3>\n";
    for (const Block& block : article.blocks) write_block(block);
    out_ << "</article>\n";
  }

 private:
  void write_block(const Block& block) { std::visit(*this, block.kind); }

  void head(const Book& book) {
    out_ << "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
         << escaped(book.title) << "</title>\n<style>\n"
         << kStyle
         << "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#rules\">Skip to the rules</a>\n";
  }

  void contents(const Book& book) {
    out_ << "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ul>\n";
    for (const Chapter& chapter : book.chapters) {
      item({{link(chapter.title, "#" + chapter.anchor)}, chapter.contents});
    }
    out_ << "</ul>\n</nav>\n";
  }

  void section(const Chapter& chapter) {
    const std::string anchor = escaped(chapter.anchor);
    out_ << fmt::format("<section aria-labelledby=\"{}\">\n<h2 id=\"{}\">{}</h2>\n", anchor, anchor,
                        escaped(chapter.title));
    for (const Block& block : chapter.blocks) write_block(block);
    out_ << "</section>\n";
  }

  void table_row(const Table::Row& row) {
    out_ << "<tr";
    if (!row.anchor.empty()) out_ << " id=\"" << escaped(row.anchor) << "\"";
    out_ << ">";
    for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
      const std::string text = line_text(row.cells[cell]);
      out_ << (cell == 0 ? "<th scope=\"row\">" + text + "</th>" : "<td>" + text + "</td>");
    }
    out_ << "</tr>\n";
  }

  void item(const Item& each) {
    out_ << "<li>" << line_text(each.text);
    if (!each.items.empty()) {
      out_ << "\n";
      items(each.items);
    }
    out_ << "</li>\n";
  }
  void items(const std::vector<Item>& all) {
    if (all.empty()) return;
    out_ << "<ul>\n";
    for (const Item& each : all) item(each);
    out_ << "</ul>\n";
  }

  std::ostream& out_;
};

}  // namespace

void write_html(const Book& book, std::ostream& out) { Writer(out).write(book); }

}  // namespace remit::book
