#include "lang/parse/grammar.h"

#include <algorithm>
#include <array>

#include "lang/parse/grammar_tokens.h"

namespace remit::lang::parse {
namespace {

using x3::expect;

Mark word(std::string_view text, std::string_view label) {
  return {TokenKind::kReserved, text, label};
}
Mark word(std::string_view text) { return word(text, text); }
Mark symbol(std::string_view text, std::string_view label) {
  return {TokenKind::kSymbol, text, label};
}
Mark symbol(std::string_view text) { return symbol(text, text); }

template <std::size_t Size>
bool is_one_of(const Token& token, TokenKind kind,
               const std::array<std::string_view, Size>& texts) {
  return token.kind == kind && std::find(texts.begin(), texts.end(), token.text) != texts.end();
}

auto kept_word(std::string_view text) {
  return leaf(text, [text](const Token& token) { return token.is_word(text); });
}

const auto kName =
    leaf("a name", [](const Token& token) { return token.kind == TokenKind::kName; });
const auto kMember = leaf("a name", [](const Token& token) {
  return token.kind == TokenKind::kName || token.kind == TokenKind::kQuoted;
});
const auto kString =
    leaf("a string", [](const Token& token) { return token.kind == TokenKind::kString; });
const auto kLiteral = leaf("a literal", [](const Token& token) {
  constexpr std::array<std::string_view, 4> kWords = {"true", "false", "missing", "as_of"};
  return (token.kind >= TokenKind::kInteger && token.kind <= TokenKind::kDuration) ||
         is_one_of(token, TokenKind::kReserved, kWords);
});
const auto kRelationSign = leaf("a comparison", [](const Token& token) {
  constexpr std::array<std::string_view, 6> kSymbols = {"=", "!=", "<", "<=", ">", ">="};
  constexpr std::array<std::string_view, 5> kWords = {"overlaps", "covers", "during", "before",
                                                      "after"};
  return is_one_of(token, TokenKind::kSymbol, kSymbols) ||
         is_one_of(token, TokenKind::kReserved, kWords);
});
const auto kQuantifier = leaf("a quantifier", [](const Token& token) {
  constexpr std::array<std::string_view, 3> kWords = {"some", "every", "no"};
  return is_one_of(token, TokenKind::kReserved, kWords);
});
const auto kAggregateName = leaf("an aggregate", [](const Token& token) {
  constexpr std::array<std::string_view, 9> kWords = {"count", "sum",  "min",      "max", "mean",
                                                      "first", "last", "distinct", "runs"};
  return is_one_of(token, TokenKind::kReserved, kWords);
});
auto sign(std::string_view one, std::string_view other) {
  return leaf("an operator",
              [=](const Token& token) { return token.is_symbol(one) || token.is_symbol(other); });
}

// What follows is the grammar of the language reference, line by line. A rule's text is what
// messages call it. Behind the first token that decides what something is, all that must follow
// is expected, so that no token is looked at twice.
// NOLINTBEGIN(readability-identifier-naming): rules are named as in the reference.
#define REMIT_RULE(name, text) const x3::rule<struct name##_id, Node> name = text
REMIT_RULE(expression, "an expression");
REMIT_RULE(conditional, "an expression");
REMIT_RULE(implication, "an operand");
REMIT_RULE(disjunction, "an operand");
REMIT_RULE(conjunction, "an operand");
REMIT_RULE(negation, "an operand");
REMIT_RULE(comparison, "an operand");
REMIT_RULE(relation, "a comparison");
REMIT_RULE(in_list, "`in`");
REMIT_RULE(in_or_matches, "`in` or `matches`");
REMIT_RULE(not_in, "`not`");
REMIT_RULE(between, "`between`");
REMIT_RULE(state, "`missing`, `unknown` or `distinct from`");
REMIT_RULE(is_state, "`is`");
REMIT_RULE(matches, "`matches`");
REMIT_RULE(sum, "an operand");
REMIT_RULE(product, "an operand");
REMIT_RULE(unary, "an operand");
REMIT_RULE(postfix, "an operand");
REMIT_RULE(primary, "an operand");
REMIT_RULE(group, "`(`");
REMIT_RULE(list, "`[`");
REMIT_RULE(items, "an expression");
REMIT_RULE(name_or_call, "a name");
REMIT_RULE(quantified, "a quantifier");
REMIT_RULE(aggregate, "an aggregate");
REMIT_RULE(comprehension, "an expression");
REMIT_RULE(headless, "a name");
REMIT_RULE(elements, "an expression");
REMIT_RULE(over, "a name");
REMIT_RULE(bindings, "a name");
REMIT_RULE(binding, "a name");
#undef REMIT_RULE

const auto expression_def = nested(conditional | implication);
const auto conditional_def =
    keep(Shape::kConditional, word("if") >> expect[expression] >> expect[word("then", "`then`")] >>
                                  expect[expression] >> expect[word("else", "`else`")] >>
                                  expect[expression]);
const auto implication_def =
    unwrap(Shape::kImplication,
           disjunction >> -keep(Shape::kStep, kept_word("implies") >> nested(expect[implication])));
const auto disjunction_def =
    unwrap(Shape::kDisjunction,
           conjunction >> *keep(Shape::kStep, kept_word("or") >> expect[conjunction]));
const auto conjunction_def = unwrap(
    Shape::kConjunction, negation >> *keep(Shape::kStep, kept_word("and") >> expect[negation]));
const auto negation_def =
    keep(Shape::kNegation, word("not") >> nested(expect[negation])) | comparison;

// Any number of comparisons here, so that a chain of them can be named as what it is.
const auto comparison_def = unwrap(
    Shape::kComparison, sum >> *(relation | in_list | not_in | between | is_state | matches));
const auto relation_def = keep(Shape::kRelation, kRelationSign >> expect[sum]);
const auto in_list_def = keep(Shape::kIn, word("in") >> expect[sum]);
const auto in_or_matches_def = in_list | matches;
const auto not_in_def = keep(Shape::kNot, word("not") >> expect[in_or_matches]);
const auto between_def = keep(
    Shape::kBetween, word("between") >> expect[sum] >> expect[word("and", "`and`")] >> expect[sum]);
const auto state_def =
    kept_word("missing") | kept_word("unknown") |
    keep(Shape::kDistinct, word("distinct") >> expect[word("from", "`from`")] >> expect[sum]);
const auto is_state_def = keep(Shape::kIs, word("is") >> -kept_word("not") >> expect[state]);
const auto matches_def = keep(Shape::kMatches, word("matches") >> expect[kString]);

const auto sum_def =
    unwrap(Shape::kSum, product >> *keep(Shape::kStep, sign("+", "-") >> expect[product]));
const auto product_def =
    unwrap(Shape::kProduct, unary >> *keep(Shape::kStep, sign("*", "/") >> expect[unary]));
const auto unary_def = keep(Shape::kMinus, symbol("-") >> expect[postfix]) | postfix;
const auto postfix_def = unwrap(Shape::kPostfix, primary >> *(symbol(".") >> expect[kMember]));

const auto primary_def = kLiteral | quantified | aggregate | name_or_call | group | list;
const auto group_def =
    keep(Shape::kGroup, symbol("(") >> expect[expression] >> expect[symbol(")", "`)`")]);
const auto list_def =
    keep(Shape::kList, symbol("[") >> -items >> expect[symbol("]", "`,` or `]`")]);
const auto items_def = keep(Shape::kItems, expression >> *(symbol(",") >> expect[expression]));
const auto name_or_call_def = unwrap(
    Shape::kCall,
    kName >> -keep(Shape::kArguments, symbol("(") >> -items >> expect[symbol(")", "`,` or `)`")]));
const auto quantified_def =
    keep(Shape::kQuantified,
         kQuantifier >> binding >> expect[word("satisfies", "`satisfies`")] >> expect[expression]);
const auto aggregate_def =
    keep(Shape::kAggregate, kAggregateName >> expect[symbol("(", "`(`")] >> expect[comprehension] >>
                                expect[symbol(")", "`)`")]);

// A comprehension that begins with `name in` has no head; every other one has.
const auto comprehension_def =
    headless | keep(Shape::kComprehension, expression >> expect[word("for", "`for`")] >> over);
const auto headless_def = keep(Shape::kComprehension, &(kName >> word("in")) >> over);
// The elements of a rule: an expression alone is one element.
const auto elements_def =
    headless | keep(Shape::kComprehension, expression >> -(word("for") >> over));
const auto over_def =
    keep(Shape::kOver, bindings >> -keep(Shape::kBy, word("by") >> expect[expression]) >>
                           -keep(Shape::kElse, word("else") >> expect[expression]));
const auto bindings_def = keep(Shape::kBindings, binding >> *(symbol(",") >> binding));
const auto binding_def =
    keep(Shape::kBinding, expect[kName] >> expect[word("in", "`in`")] >> expect[expression] >>
                              -keep(Shape::kWhere, word("where") >> expect[expression]));

BOOST_SPIRIT_DEFINE(expression, conditional, implication, disjunction, conjunction, negation,
                    comparison, relation, in_list, in_or_matches, not_in, between, state, is_state,
                    matches, sum, product, unary, postfix, primary, group, list, items,
                    name_or_call, quantified, aggregate, comprehension, headless, elements, over,
                    bindings, binding)
// NOLINTEND(readability-identifier-naming)

const Mark kEnd{TokenKind::kEnd, "", "an operator or the end of the expression"};
const auto kWholeExpression = expect[expression] >> expect[kEnd];
const auto kWholeElements = expect[elements] >> expect[kEnd];
const auto kWholeBindings = bindings >> expect[kEnd];

template <typename Grammar>
Node run(const std::vector<Token>& tokens, const Grammar& grammar) {
  const Token* first = tokens.data();
  const Token* last = first + tokens.size();
  int depth = 0;
  Node root;
  try {
    x3::parse(first, last, x3::with<Depth>(std::ref(depth))[grammar], root);
  } catch (const x3::expectation_failure<const Token*>& failure) {
    throw Unexpected{failure.where(), failure.which()};
  }
  return root;
}

}  // namespace

Node parse_tokens(const std::vector<Token>& tokens, Start start) {
  switch (start) {
    case Start::kExpression:
      return run(tokens, kWholeExpression);
    case Start::kComprehension:
      return run(tokens, kWholeElements);
    case Start::kBindings:
      return run(tokens, kWholeBindings);
  }
  return {};
}

}  // namespace remit::lang::parse
