#include <array>

#include <fmt/format.h>
#include <re2/re2.h>

#include "prose/condition.h"
#include "prose/value.h"

namespace remit::prose {
namespace {

namespace typed = lang::typed;
using typed::ComparisonOperator;
using value::Kind;

ComparisonOperator opposite(ComparisonOperator op) {
  switch (op) {
    case ComparisonOperator::kEqual:
      return ComparisonOperator::kNotEqual;
    case ComparisonOperator::kNotEqual:
      return ComparisonOperator::kEqual;
    case ComparisonOperator::kLess:
      return ComparisonOperator::kGreaterEqual;
    case ComparisonOperator::kLessEqual:
      return ComparisonOperator::kGreater;
    case ComparisonOperator::kGreater:
      return ComparisonOperator::kLessEqual;
    case ComparisonOperator::kGreaterEqual:
      return ComparisonOperator::kLess;
  }
  return op;
}

/// In the order of ComparisonOperator.
constexpr std::array kNumberWords{"is",         "is not",       "is less than",
                                  "is at most", "is more than", "is at least"};
constexpr std::array kDateWords{"is",       "is not",        "is before", "is on or before",
                                "is after", "is on or after"};
constexpr std::array kTextWords{"is",
                                "is not",
                                "comes in the alphabet before",
                                "is, or comes in the alphabet before,",
                                "comes in the alphabet after",
                                "is, or comes in the alphabet after,"};

const char* words(ComparisonOperator op, Kind kind) {
  const auto index = static_cast<std::size_t>(op);
  if (kind == Kind::kDate) return kDateWords[index];
  return kind == Kind::kString ? kTextWords[index] : kNumberWords[index];
}

/// The row that a key is of, where it is the whole primary key of a row that has a name: to
/// compare such keys is to compare the rows.
NodePtr row_of_key(const NodePtr& node, const Context& context) {
  const auto* field = std::get_if<typed::FieldOf>(&node->kind);
  if (field == nullptr || !std::holds_alternative<typed::SlotUse>(field->row->kind)) return nullptr;
  const bool is_key = context.table(field->table).primary_key == std::vector<int>{field->field};
  return is_key ? field->row : nullptr;
}

}  // namespace

Clause comparison_clause(const typed::Comparison& node, bool wanted, Context& context) {
  const ComparisonOperator op = wanted ? node.op : opposite(node.op);
  if (op <= ComparisonOperator::kNotEqual) {
    const NodePtr left = row_of_key(node.left, context);
    const NodePtr right = row_of_key(node.right, context);
    if (left && right && left->type == right->type) {
      return {value(left, context),
              fmt::format("{} {}", words(op, Kind::kRow), value(right, context))};
    }
  }
  std::string left = value(node.left, context);
  return {left, fmt::format("{} {}", words(op, node.left->type.kind), value(node.right, context))};
}

}  // namespace remit::prose
