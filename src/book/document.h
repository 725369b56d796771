#pragma once

#include <string>
#include <variant>
#include <vector>

// A document before it is HTML or Markdown: what stands in it, and nothing of how it looks. All
// texts are plain; the writers escape them.
namespace remit::book {

/// A piece of running text.
struct Run {
  enum class Style { kPlain, kStrong, kCode } style = Style::kPlain;
  std::string text;
  std::string target;  ///< where it leads: `#anchor` or an address; empty for nowhere
};
using Line = std::vector<Run>;

struct Block;

struct Paragraph {
  enum class Role { kPlain, kLead, kFacts, kWarning } role = Role::kPlain;
  Line text;
};
struct Item {
  Line text;
  std::vector<Item> items;
};
struct List {
  std::vector<Item> items;
  bool sentences = false;  ///< each item is whole sentences, with or without a list under it
};
/// A term and what is said of it, one line a statement.
struct Particular {
  std::string term;
  std::vector<Item> says;
};
struct Particulars {
  std::vector<Particular> list;
};
struct Table {
  std::string caption;
  std::vector<std::string> columns;
  struct Row {
    std::string anchor;  ///< may be empty
    std::vector<Line> cells;
  };
  std::vector<Row> rows;
};
/// What belongs together under a heading of its own: a rule.
struct Article {
  std::string anchor;
  Line title;
  std::string tone;  ///< a word that a style can go by: the severity; may be empty
  std::vector<Block> blocks;
};
struct Block {
  std::variant<Paragraph, List, Particulars, Table, Article> kind;
};

/// A chapter, with its line in the table of contents and those under it.
struct Chapter {
  std::string anchor;
  std::string title;
  std::vector<Block> blocks;
  std::vector<Item> contents;
};

struct Book {
  std::string title;
  Line about;  ///< under the title: version, date
  std::vector<Block> preface;
  std::vector<Chapter> chapters;
};

inline Run plain(std::string text) { return {Run::Style::kPlain, std::move(text), {}}; }
inline Run strong(std::string text) { return {Run::Style::kStrong, std::move(text), {}}; }
inline Run code(std::string text) { return {Run::Style::kCode, std::move(text), {}}; }
inline Run link(std::string text, std::string target) {
  return {Run::Style::kPlain, std::move(text), std::move(target)};
}

}  // namespace remit::book
