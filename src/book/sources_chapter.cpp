#include "book/chapters.h"
#include "prose/words.h"

namespace remit::book {
namespace {

/// The rules that cite a source, each with where.
Line cited_by(const rules::Source& source, const Material& material) {
  Line line;
  for (const catalogue::Entry& entry : material.entries) {
    for (const rules::Citation& citation : entry.rule->sources) {
      if (citation.id != source.id) continue;
      if (!line.empty()) line.push_back(plain("; "));
      line.push_back(rule_link(*entry.rule));
      if (!citation.at.empty()) line.push_back(plain(" (" + citation.at + ")"));
    }
  }
  return line;
}

Line title(const rules::Source& source) {
  Line line{strong(source.title.empty() ? source.id : source.title)};
  if (!source.url.empty()) {
    line.push_back(plain(" "));
    line.push_back(link("Read it", source.url));
  }
  return line;
}

std::string origin(const rules::Source& source) {
  std::string text = source.publisher;
  if (source.published) {
    text += (text.empty() ? "" : ", ") + prose::spoken(*source.published);
  }
  return text;
}

}  // namespace

Chapter sources_chapter(const Material& material) {
  Chapter chapter{"sources", "Sources", {}, {}};
  Table table{
      "By what authority the rules speak", {"Source", "Strength", "Published by", "Cited by"}, {}};
  for (const rules::Source& source : material.rules.sources) {
    add_used(table,
             {anchor("source", source.id),
              {title(source), {plain(strength_words(source.strength))}, {plain(origin(source))}}},
             cited_by(source, material), material);
  }
  if (!table.rows.empty()) chapter.blocks.push_back({table});
  return chapter;
}

}  // namespace remit::book
