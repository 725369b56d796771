#include <algorithm>

#include <fmt/format.h>

#include "account/telling.h"

namespace remit::account {
namespace {

namespace typed = lang::typed;
using engine::Answer;
using findings::Said;

/// Elements of a quantifier that are listed.
constexpr std::size_t kListed = 12;

std::string value_said(const value::Value& value) {
  if (value.is_missing()) return "not recorded";
  if (const auto* date = std::get_if<value::Date>(&value.data)) return said(*date);
  if (const auto* period = std::get_if<value::Period>(&value.data)) return said(*period);
  if (const auto* truth = std::get_if<bool>(&value.data)) return *truth ? "yes" : "no";
  return value::to_string(value);
}

/// A list is told by the set or list that stands in the rule, not by what it holds.
bool is_told(const Answer::Operand& operand) {
  return operand.node->type.kind != value::Kind::kList;
}

/// `a.role` is lead, `a.started_on` is 1 May 2025.
std::string operands_said(const Answer& answer) {
  std::vector<std::string> parts;
  for (const Answer::Operand& operand : answer.operands) {
    if (!is_told(operand)) continue;
    parts.push_back(fmt::format("`{}` is {}",
                                source_of(text::Location{answer.where.file, operand.node->span}),
                                value_said(operand.value)));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

bool is_chain(const Answer& answer, typed::LogicalOperator op) {
  const auto* logical = std::get_if<typed::Logical>(&answer.node->kind);
  return logical && logical->op == op && answer.parts.size() == 2;
}

/// The links of `a and b and c`.
void add_links(const Answer& answer, typed::LogicalOperator op, std::vector<const Answer*>& links) {
  if (!is_chain(answer, op)) return links.push_back(&answer);
  for (const Answer& part : answer.parts) add_links(part, op, links);
}

std::vector<const Answer*> links_of(const Answer& answer) {
  std::vector<const Answer*> links;
  if (answer.parts.empty()) return links;
  if (const auto* logical = std::get_if<typed::Logical>(&answer.node->kind)) {
    if (logical->op != typed::LogicalOperator::kImplies) {
      add_links(answer, logical->op, links);
      return links;
    }
  }
  for (const Answer& part : answer.parts) links.push_back(&part);
  return links;
}

/// The body of a definition that is asked of these arguments.
const Answer* body_of(const Answer& answer) {
  const bool call = std::holds_alternative<typed::DefinitionCall>(answer.node->kind);
  return call && !answer.parts.empty() ? &answer.parts.front() : nullptr;
}

Said said_of_element(const Answer::Element& element, const rules::Rule& rule) {
  const std::string name = name_of(element.row);
  if (!element.satisfies) {
    return {name + ": is not asked about, since " + reason(*element.where, rule), {}};
  }
  if (element.where && !element.where->truth) {
    return {name + ": whether it counts cannot be told, since " + reason(*element.where, rule),
            {said(*element.satisfies, rule)}};
  }
  Said result = said(*element.satisfies, rule);
  result.text = name + ": " + result.text;
  return result;
}

void add_elements(const Answer& answer, const rules::Rule& rule, Said& result) {
  if (answer.all_elements == 0) {
    const bool lost = !answer.truth;
    result.below.push_back(
        {lost ? "what it goes through cannot be told" : "there is none to go through", {}});
  }
  for (std::size_t i = 0; i < std::min(kListed, answer.elements.size()); ++i) {
    result.below.push_back(said_of_element(answer.elements[i], rule));
  }
  const std::size_t listed = std::min(kListed, answer.elements.size());
  if (answer.all_elements > listed) {
    result.below.push_back({fmt::format("and {} more", answer.all_elements - listed), {}});
  }
}

}  // namespace

std::string word(const std::optional<bool>& truth) {
  if (!truth) return "cannot be told";
  return *truth ? "yes" : "no";
}

Said said(const Answer& answer, const rules::Rule& rule) {
  const std::string source = source_of(answer.where);
  if (!answer.asked) return {fmt::format("`{}`: not asked, since it is decided", source), {}};
  Said result{fmt::format("`{}`: {}", source, word(answer.truth)), {}};
  const std::string operands = operands_said(answer);
  const bool quantified = std::holds_alternative<typed::Quantified>(answer.node->kind);
  if (!operands.empty()) result.text += " (" + operands + ")";
  for (const Answer* part : links_of(answer)) result.below.push_back(said(*part, rule));
  if (quantified) add_elements(answer, rule, result);
  return result;
}

std::string reason(const Answer& answer, const rules::Rule& rule) {
  if (const Answer* body = body_of(answer)) {
    if (body->parts.empty() && body->elements.empty()) return reason(*body, rule);
  }
  for (const Answer* link : links_of(answer)) {
    const bool is_not = std::holds_alternative<typed::Not>(answer.node->kind);
    if (!is_not && link->asked && link->truth == answer.truth && link != &answer &&
        !body_of(answer)) {
      return reason(*link, rule);
    }
  }
  const std::string operands = operands_said(answer);
  std::string text = fmt::format("`{}` {}", source_of(answer.where),
                                 !answer.truth   ? "cannot be told"
                                 : *answer.truth ? "is true"
                                                 : "is false");
  if (!operands.empty()) text += " (" + operands + ")";
  return text;
}

}  // namespace remit::account
