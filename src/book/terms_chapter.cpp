#include "book/chapters.h"
#include "prose/words.h"

namespace remit::book {

Chapter terms_chapter(const Material& material) {
  Chapter chapter{"terms", "Terms", {}, {}};
  if (material.glossary.entries().empty()) return chapter;
  chapter.blocks.push_back({Paragraph{
      Paragraph::Role::kLead,
      {plain("What the words in quotation marks stand for, and which days a time has.")}}});
  for (const Glossary::Entry& entry : material.glossary.entries()) {
    prose::Statement whole = entry.note.says;
    whole.text = entry.note.term + " " + whole.text;
    Article article{entry.anchor, {plain(prose::capital(entry.note.term))}, "", {}};
    article.blocks.push_back({List{{item_of(whole)}}});
    chapter.blocks.push_back({article});
  }
  return chapter;
}

}  // namespace remit::book
