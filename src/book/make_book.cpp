#include <fmt/format.h>

#include "book/chapters.h"
#include "prose/words.h"

namespace remit::book {
namespace {

Line about(const rules::RuleSet& rules, const Cover& cover) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " · ") + part; };
  if (!rules.name.empty()) add(rules.name);
  if (!rules.version.empty()) add("version " + rules.version);
  if (cover.date) add(prose::spoken(*cover.date));
  return {plain(text)};
}

/// What a reader has to know to read the rest.
std::vector<Block> preface() {
  const auto paragraph = [](const char* text) {
    return Block{Paragraph{Paragraph::Role::kPlain, {plain(text)}}};
  };
  return {
      paragraph("Each rule is read out here as it is written for the computer that checks it: what "
                "it looks at, when it applies, what must hold, and since when it is in force. "
                "Words such as “case” or “visit” mean what is recorded of them, and a code such as "
                "“lead” is the code that the records have."),
      paragraph("Everything is judged as it stood at the end of one day, the as-of date. What lies "
                "after it is not judged. Where a rule needs something that is not recorded, and "
                "cannot be decided without it, it is neither kept nor broken: it is unknown, and "
                "the finding says what is missing."),
  };
}

void add(Book& book, Chapter chapter) {
  if (!chapter.blocks.empty()) book.chapters.push_back(std::move(chapter));
}

/// The entries of the rules that the book is to have.
std::vector<catalogue::Entry> chosen(const rules::RuleSet& rules,
                                     const std::vector<catalogue::Entry>& entries, bool own_only) {
  if (!own_only) return entries;
  std::vector<catalogue::Entry> own;
  for (const catalogue::Entry& entry : entries) {
    if (is_own(rules, *entry.rule)) own.push_back(entry);
  }
  return own;
}

}  // namespace

Book make_book(const rules::RuleSet& rules, const std::vector<catalogue::Entry>& entries,
               const Cover& cover) {
  const std::vector<catalogue::Entry> own = chosen(rules, entries, cover.own_only);
  const Material material{rules, own, Glossary(own), Editions(own), cover.own_only};
  Book book;
  book.title = !cover.title.empty() ? cover.title : rules.title.empty() ? rules.name : rules.title;
  book.about = about(rules, cover);
  book.preface = preface();
  if (cover.own_only) add(book, foundations_chapter(material));
  for (Chapter& chapter : rule_chapters(material)) add(book, std::move(chapter));
  for (Chapter chapter :
       {terms_chapter(material), values_chapter(material), sources_chapter(material)}) {
    add(book, std::move(chapter));
  }
  return book;
}

}  // namespace remit::book
