// What is reckoned over several rows.
#include <fmt/format.h>

#include "prose/collections.h"
#include "prose/condition.h"
#include "prose/value.h"

namespace remit::prose {
namespace {

namespace typed = lang::typed;
using lang::AggregateFunction;

std::string words(AggregateFunction function, bool of_dates) {
  switch (function) {
    case AggregateFunction::kCount:
      return "the number of";
    case AggregateFunction::kSum:
      return "the sum of the";
    case AggregateFunction::kMin:
      return of_dates ? "the earliest" : "the smallest";
    case AggregateFunction::kMax:
      return of_dates ? "the latest" : "the largest";
    case AggregateFunction::kMean:
      return "the mean of the";
    case AggregateFunction::kFirst:
      return "the first";
    case AggregateFunction::kLast:
      return "the last";
    case AggregateFunction::kDistinct:
      return "the different values of the";
    case AggregateFunction::kRuns:
      return "the unbroken stretches of the";
  }
  return {};
}

bool is_ranked(AggregateFunction function) {
  return function == AggregateFunction::kFirst || function == AggregateFunction::kLast;
}

bool of_dates(const typed::Comprehension& over) {
  return over.head && over.head->type.kind == value::Kind::kDate;
}

/// `by held date`, said once the rows have their names.
std::string order(const typed::Comprehension& over, Context& context) {
  const Focus one(context, over.bindings.size() == 1 ? over.bindings[0].slot : -1);
  const std::string by = value(over.by, context);
  return by.starts_with("its ") ? "by " + by.substr(4) : "in the order of " + by;
}

std::string ranked(const typed::Aggregate& node, Context& context) {
  const typed::Comprehension& over = *node.over;
  const auto member = members(over, context);
  const std::string rows = member ? member->rows : collection(over.bindings[0], context);
  std::string row =
      fmt::format("{} ({}) of {}", words(node.function, false), order(over, context), rows);
  if (member) return fmt::format("the {} of {}", member->head, row);
  if (!over.head || std::holds_alternative<typed::SlotUse>(over.head->kind)) return row;
  const Focus nobody(context, -1);
  return fmt::format("{}, for {}", value(over.head, context), row);
}

std::string ranked_combination(const typed::Aggregate& node, Context& context) {
  const typed::Comprehension& over = *node.over;
  const std::string rows = combinations(over.bindings, "one of", context);
  return fmt::format("{}, for {} ({}) of all combinations of {}", value(over.head, context),
                     words(node.function, false), order(over, context), rows);
}

std::string counted(const typed::Comprehension& over, Context& context) {
  if (over.bindings.size() == 1) return collection(over.bindings[0], context);
  return "combinations of " + combinations(over.bindings, "one of", context);
}

std::string reckoned(const typed::Aggregate& node, Context& context) {
  const Scope scope(context);
  const typed::Comprehension& over = *node.over;
  const std::string what = words(node.function, of_dates(over));
  if (node.function == AggregateFunction::kCount) return what + " " + counted(over, context);
  if (is_ranked(node.function)) {
    return over.bindings.size() == 1 ? ranked(node, context) : ranked_combination(node, context);
  }
  if (const auto member = members(over, context)) {
    return fmt::format("{} {} of {}", what, member->head, member->rows);
  }
  const std::string rows = combinations(over.bindings, "each of", context);
  const Focus nobody(context, -1);
  const std::string head = value(over.head, context);
  const bool article = what.ends_with(" the");
  return fmt::format("{} {}, for {}", article ? what.substr(0, what.size() - 4) : what + " of",
                     head, rows);
}

}  // namespace

std::string aggregate_phrase(const typed::Aggregate& node, Context& context) {
  const typed::Comprehension& over = *node.over;
  const bool fits = over.bindings.size() == 1 && !over.otherwise && !is_ranked(node.function) &&
                    is_short(over.bindings[0].where) &&
                    (node.function == AggregateFunction::kCount || takes_members(over)) &&
                    !std::holds_alternative<typed::RunsSource>(over.bindings[0].source);
  return fits ? reckoned(node, context) : "";
}

Statement aggregate(const typed::Aggregate& node, Context& context) {
  return context.gather([&]() -> Statement {
    const typed::Comprehension& over = *node.over;
    std::string text = reckoned(node, context);
    if (over.otherwise) {
      text += "; where there is none, " + value(over.otherwise, context);
    } else if (node.function != AggregateFunction::kCount &&
               node.function != AggregateFunction::kSum &&
               node.function != AggregateFunction::kDistinct) {
      text += "; where there is none, it is not known";
    }
    return {text, {}};
  });
}

}  // namespace remit::prose
