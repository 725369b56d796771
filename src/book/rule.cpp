// A rule in the book.
#include <fmt/format.h>

#include "book/chapters.h"
#include "findings/verdict.h"
#include "prose/words.h"

namespace remit::book {
namespace {

using rules::Rule;

class RuleWriter {
 public:
  RuleWriter(const catalogue::Entry& entry, const Material& material)
      : entry_(entry), rule_(*entry.rule), material_(material) {}

  Block write() const {
    Article article;
    article.anchor = anchor("rule", rule_.id);
    article.title = {plain(rule_.title)};
    article.tone = severity();
    article.blocks.push_back({facts()});
    if (rule_.disabled) article.blocks.push_back({disabled()});
    article.blocks.push_back({sentences()});
    article.blocks.push_back({particulars()});
    return {article};
  }

 private:
  Paragraph facts() const {
    Line text{code(rule_.id), plain(" · "), strong(severity()), plain(" · "),
              plain("in force " + in_force(rule_.effective.from, rule_.effective.to))};
    if (!rule_.tags.empty()) {
      text.push_back(plain(fmt::format(" · {}", fmt::join(rule_.tags, ", "))));
    }
    return {Paragraph::Role::kFacts, text};
  }
  std::string severity() const { return std::string(findings::word(rule_.severity)); }

  Paragraph disabled() const {
    return {Paragraph::Role::kWarning,
            {strong("This rule is switched off:"), plain(" " + *rule_.disabled)}};
  }

  List sentences() const {
    List list{{}, true};
    for (const prose::Sentence& sentence : entry_.reading.sentences) {
      list.items.push_back(item_of(sentence.statement));
    }
    return list;
  }

  Particulars particulars() const {
    Particulars all;
    add(all, "Terms", terms());
    add(all, "Source", sources());
    add(all, "Values", parameters());
    add(all, "Editions", editions());
    add(all, "Message", one(entry_.message));
    add(all, "What to do", one(rule_.remedy));
    add(all, "Examples", examples());
    return all;
  }

  static void add(Particulars& all, std::string term, std::vector<Item> says) {
    if (!says.empty()) all.list.push_back({std::move(term), std::move(says)});
  }
  static std::vector<Item> one(const std::string& text) {
    return text.empty() ? std::vector<Item>{} : std::vector<Item>{{{plain(text)}, {}}};
  }

  /// In one line: where the words in quotation marks are explained.
  std::vector<Item> terms() const {
    Line line;
    for (const prose::Note& note : entry_.reading.notes) {
      if (!line.empty()) line.push_back(plain("; "));
      line.push_back(link(note.term, material_.glossary.target(note)));
    }
    return line.empty() ? std::vector<Item>{} : std::vector<Item>{{line, {}}};
  }

  std::vector<Item> sources() const {
    std::vector<Item> items;
    for (const rules::Citation& citation : rule_.sources) {
      for (const rules::Source& source : material_.rules.sources) {
        if (source.id != citation.id) continue;
        Line line{link(source.title.empty() ? source.id : source.title,
                       "#" + anchor("source", source.id))};
        if (!citation.at.empty()) line.push_back(plain(", " + citation.at));
        line.push_back(plain(fmt::format(" ({})", strength_words(source.strength))));
        if (!source.url.empty()) {
          line.push_back(plain(" "));
          line.push_back(link("Read it", source.url));
        }
        items.push_back({line, {}});
      }
    }
    return items;
  }

  std::vector<Item> parameters() const {
    std::vector<Item> items;
    for (const int index : entry_.facts.parameters) {
      const auto& parameters = rule_.environment->parameters;
      const lang::Parameter& parameter = parameters[static_cast<std::size_t>(index)];
      Line line{link(prose::spoken(parameter.name), "#" + anchor("value", parameter.name)),
                plain(": "), strong(prose::spoken(parameter.values, "then"))};
      if (!parameter.about.empty()) line.push_back(plain(" (" + parameter.about + ")"));
      items.push_back({line, {}});
    }
    return items;
  }

  std::vector<Item> editions() const {
    std::vector<Item> items;
    for (const Rule* edition : material_.editions.of(rule_)) {
      const std::string when = in_force(edition->effective.from, edition->effective.to);
      Line line{plain(prose::capital(when) + ": ")};
      if (edition == &rule_) {
        line.push_back(strong("this rule"));
      } else {
        line.push_back(rule_link(*edition));
        line.push_back(plain(" " + edition->title));
      }
      items.push_back({line, {}});
    }
    return items;
  }

  std::vector<Item> examples() const {
    std::vector<Item> items;
    for (const catalogue::Example& example : entry_.examples) {
      std::string expected;
      for (const auto& each : example.expected) {
        expected += fmt::format("{}{}: {}", expected.empty() ? "" : "; ", each.subject,
                                fmt::join(each.verdicts, ", "));
      }
      items.push_back({{plain(prose::capital(example.name)),
                        plain(" (on " + prose::spoken(example.as_of) + "): "), code(expected)},
                       {}});
    }
    return items;
  }

  const catalogue::Entry& entry_;
  const Rule& rule_;
  const Material& material_;
};

}  // namespace

Block rule_block(const catalogue::Entry& entry, const Material& material) {
  return RuleWriter(entry, material).write();
}

}  // namespace remit::book
