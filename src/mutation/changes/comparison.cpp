#include <fmt/format.h>

#include "mutation/changes.h"
#include "mutation/words.h"

namespace remit::mutation {
namespace {

namespace typed = lang::typed;
using typed::ComparisonOperator;

struct OperatorRow {
  ComparisonOperator op;
  std::string_view word;
  ComparisonOperator mistaken;
};

constexpr std::array kOperators{
    OperatorRow{ComparisonOperator::kEqual, "=", ComparisonOperator::kNotEqual},
    OperatorRow{ComparisonOperator::kNotEqual, "!=", ComparisonOperator::kEqual},
    OperatorRow{ComparisonOperator::kLess, "<", ComparisonOperator::kLessEqual},
    OperatorRow{ComparisonOperator::kLessEqual, "<=", ComparisonOperator::kLess},
    OperatorRow{ComparisonOperator::kGreater, ">", ComparisonOperator::kGreaterEqual},
    OperatorRow{ComparisonOperator::kGreaterEqual, ">=", ComparisonOperator::kGreater},
};

const OperatorRow& row_of(ComparisonOperator op) {
  return kOperators[static_cast<std::size_t>(op)];
}

std::string case_of(const typed::Comparison& comparison) {
  const bool equality =
      comparison.op == ComparisonOperator::kEqual || comparison.op == ComparisonOperator::kNotEqual;
  if (equality) return "a case in which both sides are equal, and one in which they are not";
  const bool dates = comparison.left->type.kind == value::Kind::kDate;
  return dates ? "a case in which both sides are the same day"
               : "a case in which both sides are equal";
}

void change_operator(const typed::Comparison& comparison, const Site& site, Maker& maker) {
  const Original& original = maker.original();
  const OperatorRow& row = row_of(comparison.op);
  const std::string_view word = row_of(row.mistaken).word;
  typed::Comparison changed = comparison;
  changed.op = row.mistaken;
  const auto found =
      find_between(original, comparison.left->span, comparison.right->span, row.word);
  Change change;
  change.place = site.place;
  change.where = original.location(found.value_or(site.node->span));
  change.words = fmt::format("`{}` for `{}`", word, row.word);
  change.before = original.text(*site.node);
  change.after = found ? with_replaced(original, *site.node, *found, word) : std::string(word);
  change.missing_case = case_of(comparison);
  if (found) change.edit = Edit{change.where, std::string(word)};
  maker.replace(site, with_kind(*site.node, changed), std::move(change));
}

/// One end of `x between a and b` no longer counts.
void change_end(const typed::BetweenTest& test, bool low, const Site& site, Maker& maker) {
  using Op = ComparisonOperator;
  const value::Type boolean = site.node->type;
  const auto above =
      make_node(*site.node, boolean,
                typed::Comparison{low ? Op::kLess : Op::kLessEqual, test.low, test.value});
  const auto below =
      make_node(*site.node, boolean,
                typed::Comparison{low ? Op::kLessEqual : Op::kLess, test.value, test.high});
  const Original& original = maker.original();
  const std::string text =
      fmt::format("({} {} {} and {} {} {})", original.text(*test.low),
                  low ? "<" : "<=", original.text(*test.value), original.text(*test.value),
                  low ? "<=" : "<", original.text(*test.high));
  Change change = maker.edited(site, site.node->span, text, site.node->span, text);
  change.words = fmt::format("`between` without its {} value", low ? "lowest" : "highest");
  change.missing_case = fmt::format("a case in which the value is exactly `{}`",
                                    on_one_line(original.text(low ? *test.low : *test.high)));
  maker.replace(
      site,
      make_node(*site.node, boolean, typed::Logical{typed::LogicalOperator::kAnd, above, below}),
      std::move(change));
}

}  // namespace

void change_comparison(const Site& site, Maker& maker) {
  if (const auto* comparison = std::get_if<typed::Comparison>(&site.node->kind)) {
    change_operator(*comparison, site, maker);
  } else if (const auto* between = std::get_if<typed::BetweenTest>(&site.node->kind)) {
    change_end(*between, true, site, maker);
    change_end(*between, false, site, maker);
  }
}

}  // namespace remit::mutation
