#include <array>

#include "mutation/changes.h"
#include "mutation/words.h"

namespace remit::mutation {
namespace {

using lang::Quantifier;

struct QuantifierRow {
  Quantifier quantifier;
  std::string_view word;
};
constexpr std::array kQuantifiers{
    QuantifierRow{Quantifier::kSome, "some"},
    QuantifierRow{Quantifier::kEvery, "every"},
    QuantifierRow{Quantifier::kNo, "no"},
};

std::string case_of(Quantifier before, Quantifier after) {
  if (before == Quantifier::kNo || after == Quantifier::kNo) {
    return "a case with one row that satisfies the condition, and one with none";
  }
  return "a case with two rows of which only one satisfies the condition";
}

}  // namespace

void change_quantifier(const Site& site, Maker& maker) {
  const auto* quantified = std::get_if<lang::typed::Quantified>(&site.node->kind);
  if (quantified == nullptr) return;
  const text::Span word = first_word(maker.original(), *site.node);
  for (const QuantifierRow& row : kQuantifiers) {
    if (row.quantifier == quantified->quantifier) continue;
    auto changed = *quantified;
    changed.quantifier = row.quantifier;
    Change change = maker.edited(site, word, std::string(row.word), word, std::string(row.word));
    change.missing_case = case_of(quantified->quantifier, row.quantifier);
    maker.replace(site, with_kind(*site.node, changed), std::move(change));
  }
}

}  // namespace remit::mutation
