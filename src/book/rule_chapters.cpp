#include <array>

#include "book/chapters.h"
#include "prose/words.h"

namespace remit::book {
namespace {

struct KindChapter {
  std::string_view word;
  std::string_view title;
  std::string_view about;
};

/// In the order in which a reader meets them.
constexpr std::array kKinds{
    KindChapter{"reserve", "Reserved tasks",
                "Who alone may do a task. The task, whoever did it, and the day are judged."},
    KindChapter{"require", "Conditions", "Something must be so of each row that a rule looks at."},
    KindChapter{"cover", "Unbroken cover",
                "On every day of a time something must be in place. Each gap is a finding."},
    KindChapter{"frequency", "Regular events",
                "Something must happen again and again, and no wait for it may be too long."},
    KindChapter{"deadline", "Deadlines",
                "After something has happened, something else must follow within a time."},
    KindChapter{"limit", "Limits",
                "How many things there may, or must, be at once or in a stretch of time."},
    KindChapter{"unique", "No two alike", "No two rows may have the same, at the same time."},
};

Item contents_line(const rules::Rule& rule) {
  Line line{link(rule.title, "#" + anchor("rule", rule.id)), plain(" "), code(rule.id)};
  if (rule.disabled) line.push_back(plain(" (switched off)"));
  return {line, {}};
}

}  // namespace

std::vector<Chapter> rule_chapters(const Material& material) {
  std::vector<Chapter> chapters;
  for (const KindChapter& kind : kKinds) {
    Chapter chapter{anchor("kind", kind.word), std::string(kind.title), {}, {}};
    chapter.blocks.push_back({Paragraph{Paragraph::Role::kLead, {plain(std::string(kind.about))}}});
    for (const catalogue::Entry& entry : material.entries) {
      if (kind_word(entry.rule->kind) != kind.word) continue;
      chapter.blocks.push_back(rule_block(entry, material));
      chapter.contents.push_back(contents_line(*entry.rule));
    }
    if (!chapter.contents.empty()) chapters.push_back(std::move(chapter));
  }
  return chapters;
}

}  // namespace remit::book
