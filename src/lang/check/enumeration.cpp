#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "lang/check/context.h"
#include "text/nearest.h"

namespace remit::lang::check {
namespace {

// A value that is written somewhere, as text.
struct Written {
  std::string text;
  text::Span span;
  std::string from;  ///< "the code set `x`" where it is not written in place
};

// What an expression can be, as far as that is known: values of fields with an `enum`, and
// written values. Where anything else can come out, it is `open`.
struct Domain {
  std::set<std::string> allowed;
  std::vector<std::string> fields;  ///< as messages name them
  std::vector<Written> written;
  bool open = false;
};

std::optional<std::string> text_of(const value::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value.data)) return std::to_string(*number);
  if (const auto* date = std::get_if<value::Date>(&value.data)) return value::to_string(*date);
  return std::nullopt;
}

void add_value(Domain& domain, const value::Value& value, text::Span span,
               const std::string& from) {
  if (value.is_missing()) return;
  if (const auto text = text_of(value)) {
    domain.written.push_back({*text, span, from});
  } else {
    domain.open = true;
  }
}

void add_field(const Context& context, Domain& domain, const typed::FieldOf& use) {
  const model::Table& table = context.table(use.table);
  const model::Field& field = table.fields[static_cast<std::size_t>(use.field)];
  if (field.allowed.empty() || field.kind == Kind::kNumber || field.kind == Kind::kBoolean) {
    domain.open = true;
    return;
  }
  domain.allowed.insert(field.allowed.begin(), field.allowed.end());
  const std::string name = fmt::format("`{}` of `{}`", field.name, table.name);
  if (std::find(domain.fields.begin(), domain.fields.end(), name) == domain.fields.end()) {
    domain.fields.push_back(name);
  }
}

void add_dated(Domain& domain, const std::vector<Dated>& values, text::Span span,
               const std::string& from) {
  for (const Dated& dated : values) add_value(domain, dated.value, span, from);
}

// Adds what the expression can be; looks through `if` and `coalesce`.
void collect(const Context& context, const NodePtr& node, Domain& domain) {
  const Environment& environment = context.environment;
  if (const auto* constant = std::get_if<typed::Constant>(&node->kind)) {
    add_value(domain, constant->value, node->span, {});
  } else if (const auto* field = std::get_if<typed::FieldOf>(&node->kind)) {
    add_field(context, domain, *field);
  } else if (const auto* set = std::get_if<typed::SetUse>(&node->kind)) {
    const CodeSet& used = environment.sets[static_cast<std::size_t>(set->set)];
    add_dated(domain, used.values, node->span, fmt::format("the code set `{}`", used.name));
  } else if (const auto* parameter = std::get_if<typed::ParameterUse>(&node->kind)) {
    const Parameter& used = environment.parameters[static_cast<std::size_t>(parameter->parameter)];
    add_dated(domain, used.values, node->span, fmt::format("the parameter `{}`", used.name));
  } else if (const auto* choice = std::get_if<typed::Conditional>(&node->kind)) {
    collect(context, choice->then, domain);
    collect(context, choice->otherwise, domain);
  } else if (const auto* call = std::get_if<typed::BuiltinCall>(&node->kind);
             call != nullptr && call->function == Builtin::kCoalesce) {
    for (const NodePtr& argument : call->arguments) collect(context, argument, domain);
  } else {
    domain.open = true;
  }
}

std::string spelled(const std::set<std::string>& words) {
  constexpr std::size_t kMost = 20;
  std::string result;
  std::size_t count = 0;
  for (const std::string& word : words) {
    if (count++ == kMost) return result + ", ...";
    if (!result.empty()) result += ", ";
    result += "`" + word + "`";
  }
  return result;
}

std::string help_for(const std::string& word, const Domain& domain) {
  if (word.empty()) return "an empty cell is `missing`: write `is missing` or `is not missing`";
  const std::string allowed = "it can be " + spelled(domain.allowed);
  const std::vector<std::string> known(domain.allowed.begin(), domain.allowed.end());
  const std::optional<std::string> near = text::nearest(word, known);
  return near ? fmt::format("did you mean `{}`? {}", *near, allowed) : allowed;
}

// Whether every written value of one side is one that the other side's fields can have.
bool check_one_way(Context& context, const Domain& fields, const Domain& values) {
  if (fields.open || fields.fields.empty()) return true;
  // A written value beside others that can come out may be there to differ from all of them.
  if (values.open || !values.fields.empty()) return true;
  std::set<std::string> possible = fields.allowed;
  for (const Written& own : fields.written) possible.insert(own.text);
  bool sound = true;
  for (const Written& value : values.written) {
    if (possible.count(value.text) > 0) continue;
    sound = false;
    const std::string subject = value.text.empty() ? "the empty text"
                                : value.from.empty()
                                    ? fmt::format("`{}`", value.text)
                                    : fmt::format("`{}` of {}", value.text, value.from);
    context.error("outside-enum", value.span,
                  fmt::format("{} is not a value of {}", subject, fields.fields.front()),
                  help_for(value.text, fields));
  }
  return sound;
}

bool share_a_value(const Domain& left, const Domain& right) {
  if (!left.written.empty() || !right.written.empty()) return true;
  return std::any_of(left.allowed.begin(), left.allowed.end(),
                     [&](const std::string& each) { return right.allowed.count(each) > 0; });
}

bool check_pair(Context& context, const NodePtr& left, const NodePtr& right) {
  Domain first;
  Domain second;
  collect(context, left, first);
  collect(context, right, second);
  if (!check_one_way(context, first, second)) return false;
  if (!check_one_way(context, second, first)) return false;
  if (first.open || second.open || first.fields.empty() || second.fields.empty()) return true;
  if (share_a_value(first, second)) return true;
  context.error(
      "outside-enum", join(left->span, right->span),
      fmt::format("{} and {} have no value in common", first.fields.front(), second.fields.front()),
      fmt::format("the first can be {}, the second {}", spelled(first.allowed),
                  spelled(second.allowed)));
  return false;
}

}  // namespace

bool check_enumerations(Context& context, const NodePtr& left, const NodePtr& right) {
  const auto* list = std::get_if<typed::ListOf>(&right->kind);
  if (list == nullptr) return check_pair(context, left, right);
  bool sound = true;
  for (const NodePtr& item : list->items) sound = check_pair(context, left, item) && sound;
  return sound;
}

}  // namespace remit::lang::check
