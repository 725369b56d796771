#include "layout/expression_lines.h"

#include <algorithm>
#include <array>

#include "layout/scopes.h"
#include "text/utf8.h"

namespace remit::layout {
namespace {

/// Where a line that is too wide could be broken: before a word, the better the lower its rank,
/// which grows with the scopes that are open there.
struct Opportunity {
  bool possible = false;
  std::size_t rank = 0;
};

bool begins_part(const Word& word) {
  constexpr std::array<std::string_view, 9> kParts = {
      "and", "or", "implies", "where", "satisfies", "for", "then", "else", "by"};
  return word.kind == lang::parse::TokenKind::kReserved &&
         std::find(kParts.begin(), kParts.end(), word.text) != kParts.end();
}

/// What belongs closer to what stands before it than the other parts of its scope do.
bool is_minor(const Word& word) {
  return word.is_word("for") || word.is_word("where") || word.is_word("then");
}

/// Whether this `and` belongs to a `between`; `open` counts those that wait for theirs.
bool closes_between(const Word& word, std::size_t& open) {
  if (word.is_word("between")) ++open;
  if (!word.is_word("and") || open == 0) return false;
  --open;
  return true;
}

std::vector<Opportunity> opportunities(const Words& words) {
  std::vector<Opportunity> result(words.size());
  Scopes scopes;
  std::size_t between = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool bound = closes_between(words[i], between);
    const bool follows_comma = i > 0 && words[i - 1].is_symbol(",");
    const bool begins = follows_comma || begins_part(words[i]);
    result[i] = {!bound && begins, 2 * scopes.depth(words[i]) + (is_minor(words[i]) ? 1 : 0)};
    scopes.enter(words[i], 0);
  }
  return result;
}

class Lines {
 public:
  Lines(const Words& words, std::size_t width)
      : words_(words), width_(width), opportunities_(opportunities(words)) {}

  std::vector<std::string> run() {
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t indent = scopes_.column(words_[at]);
      const std::size_t end = choose_end(at, indent);
      lines_.push_back(line(at, end, indent));
      at = end;
    }
    return std::move(lines_);
  }

 private:
  std::size_t author_end(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < words_.size() && !words_[end].breaks_before) ++end;
    return end;
  }

  std::size_t choose_end(std::size_t begin, std::size_t indent) const {
    const std::size_t end = author_end(begin);
    std::size_t best = end;
    std::size_t column = indent;
    for (std::size_t i = begin; i < end; ++i) {
      const bool possible = i > begin && opportunities_[i].possible;
      // Where nothing fits, the first opportunity is the least bad.
      const bool better =
          best == end || (column <= width_ && opportunities_[i].rank <= opportunities_[best].rank);
      if (possible && better) best = i;
      column += text::count_characters(words_[i].text) + (words_[i].spaced && i > begin ? 1 : 0);
    }
    return column > width_ ? best : end;
  }

  std::string line(std::size_t begin, std::size_t end, std::size_t indent) {
    std::string text(indent, ' ');
    std::size_t column = indent;
    for (std::size_t i = begin; i < end; ++i) {
      if (words_[i].spaced && i > begin) {
        text += ' ';
        ++column;
      }
      scopes_.enter(words_[i], column);
      text += words_[i].text;
      column += text::count_characters(words_[i].text);
    }
    return text;
  }

  const Words& words_;
  std::size_t width_;
  std::vector<Opportunity> opportunities_;
  Scopes scopes_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> lines_of(const Words& words, std::size_t width) {
  return Lines(words, width).run();
}

}  // namespace remit::layout
