#include <fmt/format.h>

#include "prose/condition.h"
#include "prose/value.h"

namespace remit::prose {
namespace {

namespace typed = lang::typed;

/// The list in words, and how many it has; nothing for one that has to be reckoned.
std::optional<std::pair<std::string, std::size_t>> members(const NodePtr& list, bool wanted,
                                                           Context& context) {
  const char* last_word = wanted ? "or" : "and";
  if (const auto* use = std::get_if<typed::SetUse>(&list->kind)) {
    const auto& set = context.environment().sets[static_cast<std::size_t>(use->set)];
    return std::pair{set_phrase(set, last_word), set.values.size()};
  }
  const auto* items = std::get_if<typed::ListOf>(&list->kind);
  if (items == nullptr) return std::nullopt;
  std::vector<std::string> texts;
  for (const NodePtr& each : items->items) texts.push_back(value(each, context));
  return std::pair{texts.empty() ? "nothing" : joined(texts, last_word), texts.size()};
}

}  // namespace

Clause membership_clause(const typed::Membership& node, bool wanted, Context& context) {
  const bool in = node.negated != wanted;
  std::string subject = value(node.value, context);
  const auto list = members(node.list, in, context);
  if (!list) {
    return {subject,
            fmt::format("{} {}", in ? "is among" : "is not among", value(node.list, context))};
  }
  if (list->second == 0) {
    return {subject, in ? "is among the values of an empty list" : "is not in an empty list"};
  }
  if (in || list->second < 2) return {subject, (in ? "is " : "is not ") + list->first};
  return {subject, "is none of " + list->first};
}

}  // namespace remit::prose
