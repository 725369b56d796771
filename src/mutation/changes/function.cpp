#include <array>

#include "mutation/changes.h"
#include "mutation/words.h"

namespace remit::mutation {
namespace {

using lang::AggregateFunction;
using lang::Builtin;

constexpr const char* kTwoRows = "a case with two rows of which the other one would be taken";
constexpr const char* kTwoValues =
    "a case in which both values differ, and it matters which counts";
constexpr const char* kHoliday = "a case in which a weekend or a holiday lies between both dates";

template <typename Function>
struct FunctionRow {
  Function function;
  Function mistaken;
  std::string_view word;  ///< of the mistaken one
  const char* missing_case;
};

constexpr std::array kAggregates{
    FunctionRow<AggregateFunction>{AggregateFunction::kFirst, AggregateFunction::kLast, "last",
                                   kTwoRows},
    FunctionRow<AggregateFunction>{AggregateFunction::kLast, AggregateFunction::kFirst, "first",
                                   kTwoRows},
    FunctionRow<AggregateFunction>{AggregateFunction::kMin, AggregateFunction::kMax, "max",
                                   kTwoRows},
    FunctionRow<AggregateFunction>{AggregateFunction::kMax, AggregateFunction::kMin, "min",
                                   kTwoRows},
};

constexpr std::array kBuiltins{
    FunctionRow<Builtin>{Builtin::kMinOf, Builtin::kMaxOf, "max_of", kTwoValues},
    FunctionRow<Builtin>{Builtin::kMaxOf, Builtin::kMinOf, "min_of", kTwoValues},
    FunctionRow<Builtin>{Builtin::kDays, Builtin::kWorkingDays, "working_days", kHoliday},
    FunctionRow<Builtin>{Builtin::kWorkingDays, Builtin::kDays, "days", kHoliday},
};

template <typename Node, typename Rows>
void exchange(const Node& node, const Rows& rows, const Site& site, Maker& maker) {
  for (const auto& row : rows) {
    if (row.function != node.function) continue;
    Node changed = node;
    changed.function = row.mistaken;
    const text::Span word = first_word(maker.original(), *site.node);
    Change change = maker.edited(site, word, std::string(row.word), word, std::string(row.word));
    change.missing_case = row.missing_case;
    maker.replace(site, with_kind(*site.node, changed), std::move(change));
  }
}

}  // namespace

void change_function(const Site& site, Maker& maker) {
  if (const auto* aggregate = std::get_if<lang::typed::Aggregate>(&site.node->kind)) {
    exchange(*aggregate, kAggregates, site, maker);
  } else if (const auto* call = std::get_if<lang::typed::BuiltinCall>(&site.node->kind)) {
    const bool days = call->function == Builtin::kDays;
    if (days && maker.original().environment().calendar == nullptr) return;
    exchange(*call, kBuiltins, site, maker);
  }
}

}  // namespace remit::mutation
