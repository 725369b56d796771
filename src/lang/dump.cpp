#include <fmt/format.h>

#include "lang/expression.h"
#include "value/duration.h"

namespace remit::lang {
namespace {

std::string quoted(std::string_view text) {
  std::string shown = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') shown += '\\';
    if (c == '\n') {
      shown += "\\n";
    } else if (c == '\t') {
      shown += "\\t";
    } else {
      shown += c;
    }
  }
  return shown + "\"";
}

bool is_plain(std::string_view name) {
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (!letter && !(c >= '0' && c <= '9')) return false;
  }
  return !name.empty() && !(name.front() >= '0' && name.front() <= '9');
}

std::string dump(const ExpressionPtr& expression) { return lang::dump(*expression); }

std::string dump(const value::Duration& duration) {
  switch (duration.family) {
    case value::DurationFamily::kDays:
      return fmt::format("{}days", duration.count);
    case value::DurationFamily::kMonths:
      return fmt::format("{}months", duration.count);
    case value::DurationFamily::kWorkingDays:
      return fmt::format("{}working-days", duration.count);
  }
  return {};
}

/// Unlike what people read, this tells 1 from 1.0 and a name from a string.
std::string dump(const Literal& literal) {
  const auto& data = literal.value.data;
  if (const auto* text = std::get_if<std::string>(&data)) return quoted(*text);
  if (const auto* duration = std::get_if<value::Duration>(&data)) return dump(*duration);
  if (const auto* number = std::get_if<double>(&data)) {
    const std::string shown = fmt::format("{}", *number);
    return shown.find_first_not_of("0123456789-") == std::string::npos ? shown + ".0" : shown;
  }
  return value::to_string(literal.value);
}

std::string dump(const Binding& binding) {
  const std::string where = binding.where ? " where " + dump(binding.where) : "";
  return fmt::format("({} in {}{})", binding.name.text, dump(binding.source), where);
}

std::string_view word(BinaryOperator op) {
  constexpr std::string_view kWords[] = {
      "implies", "or", "and", "=", "!=",       "<",      "<=",     ">",      ">=",
      "+",       "-",  "*",   "/", "overlaps", "covers", "during", "before", "after"};
  return kWords[static_cast<std::size_t>(op)];
}

std::string_view word(Quantifier quantifier) {
  constexpr std::string_view kWords[] = {"some", "every", "no"};
  return kWords[static_cast<std::size_t>(quantifier)];
}

std::string_view word(AggregateFunction function) {
  constexpr std::string_view kWords[] = {"count", "sum",  "min",      "max", "mean",
                                         "first", "last", "distinct", "runs"};
  return kWords[static_cast<std::size_t>(function)];
}

struct Writer {
  std::string operator()(const Literal& node) const { return dump(node); }
  std::string operator()(const AsOf&) const { return "as_of"; }
  std::string operator()(const NameUse& node) const { return node.name; }
  std::string operator()(const Member& node) const {
    const std::string& name = node.member.text;
    return dump(node.object) + "." + (is_plain(name) ? name : "`" + name + "`");
  }
  std::string operator()(const Unary& node) const {
    return fmt::format("({} {})", node.op == UnaryOperator::kNot ? "not" : "-", dump(node.operand));
  }
  std::string operator()(const Binary& node) const {
    return fmt::format("({} {} {})", word(node.op), dump(node.left), dump(node.right));
  }
  std::string operator()(const In& node) const {
    return fmt::format("({} {} {})", node.negated ? "not-in" : "in", dump(node.value),
                       dump(node.list));
  }
  std::string operator()(const Between& node) const {
    return fmt::format("(between {} {} {})", dump(node.value), dump(node.low), dump(node.high));
  }
  std::string operator()(const IsState& node) const {
    return fmt::format("(is-{}{} {})", node.negated ? "not-" : "",
                       node.state == StateWord::kMissing ? "missing" : "unknown", dump(node.value));
  }
  std::string operator()(const IsDistinct& node) const {
    return fmt::format("({} {} {})", node.negated ? "is-not-distinct" : "is-distinct",
                       dump(node.left), dump(node.right));
  }
  std::string operator()(const Matches& node) const {
    return fmt::format("({} {} {})", node.negated ? "not-matches" : "matches", dump(node.value),
                       quoted(node.pattern));
  }
  std::string operator()(const If& node) const {
    return fmt::format("(if {} {} {})", dump(node.condition), dump(node.then),
                       dump(node.otherwise));
  }
  std::string operator()(const Quantified& node) const {
    return fmt::format("({} {} {})", word(node.quantifier), dump(node.binding),
                       dump(node.satisfies));
  }
  std::string operator()(const Aggregate& node) const {
    return fmt::format("({} {})", word(node.function), lang::dump(node.over));
  }
  std::string operator()(const Call& node) const {
    std::string shown = "(call " + node.function.text;
    for (const auto& argument : node.arguments) shown += " " + dump(argument);
    return shown + ")";
  }
  std::string operator()(const ListOf& node) const {
    std::string shown = "[";
    for (const auto& item : node.items) shown += (shown.size() > 1 ? " " : "") + dump(item);
    return shown + "]";
  }
};

}  // namespace

std::string dump(const Expression& expression) { return std::visit(Writer{}, expression.node); }

std::string dump(const Comprehension& comprehension) {
  std::string shown = comprehension.head ? "for " + dump(comprehension.head) : "each";
  for (const Binding& binding : comprehension.bindings) shown += " " + dump(binding);
  if (comprehension.by) shown += " by " + dump(comprehension.by);
  if (comprehension.otherwise) shown += " else " + dump(comprehension.otherwise);
  return "(" + shown + ")";
}

}  // namespace remit::lang
