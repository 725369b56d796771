#include "lang/parse/lower_words.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "lang/parse/words.h"

namespace remit::lang::parse {
namespace {

template <typename Value, std::size_t Size>
using Table = std::array<std::pair<std::string_view, Value>, Size>;

constexpr Table<BinaryOperator, 17> kBinaryOperators = {{
    {"or", BinaryOperator::kOr},
    {"and", BinaryOperator::kAnd},
    {"=", BinaryOperator::kEqual},
    {"!=", BinaryOperator::kNotEqual},
    {"<", BinaryOperator::kLess},
    {"<=", BinaryOperator::kLessEqual},
    {">", BinaryOperator::kGreater},
    {">=", BinaryOperator::kGreaterEqual},
    {"+", BinaryOperator::kAdd},
    {"-", BinaryOperator::kSubtract},
    {"*", BinaryOperator::kMultiply},
    {"/", BinaryOperator::kDivide},
    {"overlaps", BinaryOperator::kOverlaps},
    {"covers", BinaryOperator::kCovers},
    {"during", BinaryOperator::kDuring},
    {"before", BinaryOperator::kBefore},
    {"after", BinaryOperator::kAfter},
}};

constexpr Table<Quantifier, 3> kQuantifiers = {{
    {"some", Quantifier::kSome},
    {"every", Quantifier::kEvery},
    {"no", Quantifier::kNo},
}};

constexpr Table<AggregateFunction, 9> kAggregates = {{
    {"count", AggregateFunction::kCount},
    {"sum", AggregateFunction::kSum},
    {"min", AggregateFunction::kMin},
    {"max", AggregateFunction::kMax},
    {"mean", AggregateFunction::kMean},
    {"first", AggregateFunction::kFirst},
    {"last", AggregateFunction::kLast},
    {"distinct", AggregateFunction::kDistinct},
    {"runs", AggregateFunction::kRuns},
}};

template <typename Value, std::size_t Size>
Value look_up(const Table<Value, Size>& table, const Token& token) {
  for (const auto& [word, value] : table) {
    if (word == token.text) return value;
  }
  throw Fault{"syntax", fmt::format("`{}` cannot stand here", token.text), "", token.begin,
              token.end};
}

}  // namespace

BinaryOperator binary_operator(const Token& token) { return look_up(kBinaryOperators, token); }
Quantifier quantifier(const Token& token) { return look_up(kQuantifiers, token); }
AggregateFunction aggregate_function(const Token& token) { return look_up(kAggregates, token); }

void check_name(const Token& token) {
  constexpr std::array<std::string_view, 7> kNothing = {"null", "NULL",      "Null", "None",
                                                        "nil",  "undefined", "NIL"};
  for (const std::string_view word : kNothing) {
    if (token.text != word) continue;
    throw Fault{
        "foreign-word", fmt::format("`{}` is not a word of the language", word),
        "a value that is not there is `missing`: write `x is missing` or `x is not missing`",
        token.begin, token.end};
  }
  for (const std::string_view word : {"TRUE", "FALSE", "True", "False"}) {
    if (token.text != word) continue;
    throw Fault{"foreign-word", fmt::format("`{}` is not a word of the language", word),
                fmt::format("words are in lower case: write `{}`", lower_case(word)), token.begin,
                token.end};
  }
}

void check_function(const Token& token) {
  const std::string lower = lower_case(token.text);
  if (lower == token.text || !is_reserved(lower)) return;
  std::string help = fmt::format("words are in lower case: write `{}`", lower);
  if (lower == "and" || lower == "or") help = fmt::format("write `a {} b`", lower);
  if (lower == "not") help = "write `not a`";
  if (lower == "if") help = "write `if a then b else c`";
  throw Fault{"foreign-word", fmt::format("`{}` is not a function", token.text), std::move(help),
              token.begin, token.end};
}

Fault chain_fault(const Node& comparison) {
  const Node& second = comparison.parts[2];
  const Node& first = comparison.parts[1];
  std::string help = "join two comparisons with `and`, or put one in parentheses";
  if (first.shape == Shape::kRelation && second.shape == Shape::kRelation) {
    const auto sign = [](const Node& test) { return test.parts[0].first->text; };
    help = fmt::format("write `a {} b and b {} c`", sign(first), sign(second));
  }
  return {"comparison-chain",
          "comparisons do not chain",
          std::move(help),
          second.first->begin,
          second.first->end,
          Fault::Place{"the first comparison is here", first.first->begin, first.first->end}};
}

}  // namespace remit::lang::parse
