#include <fmt/format.h>

#include "book/chapters.h"

namespace remit::book {
namespace {

/// Two files can give one name two meanings, so that a term is all that is said of it.
std::string whole(const prose::Note& note) { return note.term + "\n" + prose::plain(note.says); }

}  // namespace

Glossary::Glossary(const std::vector<catalogue::Entry>& entries) {
  std::map<std::string, std::size_t> same_name;
  for (const catalogue::Entry& entry : entries) {
    for (const prose::Note& note : entry.reading.notes) {
      if (!index_.emplace(whole(note), entries_.size()).second) continue;
      const std::size_t number = ++same_name[note.name];
      std::string target = anchor("term", note.name);
      if (number > 1) target += fmt::format("-{}", number);
      entries_.push_back({target, note});
    }
  }
}

std::string Glossary::target(const prose::Note& note) const {
  return "#" + entries_[index_.at(whole(note))].anchor;
}

}  // namespace remit::book
