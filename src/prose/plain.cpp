#include <string>

#include "prose/prose.h"
#include "prose/words.h"

namespace remit::prose {
namespace {

void write(const Statement& statement, std::size_t indent, const std::string& start,
           std::string& text) {
  text += std::string(indent, ' ') + start + statement.text + "\n";
  for (const Statement& item : statement.items) {
    write(item, indent + (start.empty() ? 2 : start.size()), "- ", text);
  }
}

}  // namespace

std::string plain(const Statement& statement, std::size_t indent) {
  std::string text;
  write(statement, indent, "", text);
  return text;
}

std::string plain(const Reading& reading) {
  std::string text;
  for (const Sentence& sentence : reading.sentences) text += plain(sentence.statement);
  for (const Note& note : reading.notes) {
    Statement whole = note.says;
    whole.text = capital(note.term) + " " + whole.text;
    text += plain(whole);
  }
  return text;
}

}  // namespace remit::prose
