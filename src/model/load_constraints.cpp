#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "model/load_parts.h"
#include "model/read_values.h"
#include "value/date.h"

namespace remit::model {
namespace {

using value::Kind;

class ConstraintLoader {
 public:
  ConstraintLoader(const yaml::Node& node, Field& field, text::Diagnostics& diagnostics)
      : mapping_(node, "the constraints", diagnostics), field_(field), diagnostics_(diagnostics) {}

  void run() {
    field_.required = mapping_.boolean("required").value_or(false);
    field_.unique = mapping_.boolean("unique").value_or(false);
    load_enum();
    load_pattern();
    load_bounds();
    load_lengths();
  }

 private:
  /// The value of a key, or nothing after an error where the field is of none of these kinds.
  const yaml::Node* fitting(std::string_view key, std::initializer_list<Kind> kinds);
  void bad_value(const yaml::Node& node, std::string message, std::string help) {
    diagnostics_.error("bad-constraint", node.where, std::move(message), std::move(help));
  }

  void load_enum();
  std::optional<std::string> load_allowed(const yaml::Node& item);
  void load_pattern();
  void load_bounds();
  void load_bound(std::string_view key, std::optional<double>& number,
                  std::optional<std::int32_t>& day);
  void load_lengths();
  std::optional<std::size_t> load_length(std::string_view key);

  yaml::Mapping mapping_;
  Field& field_;
  text::Diagnostics& diagnostics_;
};

const yaml::Node* ConstraintLoader::fitting(std::string_view key,
                                            std::initializer_list<Kind> kinds) {
  const yaml::Node* node = mapping_.optional(key);
  if (!node || field_.kind == Kind::kError) return nullptr;
  if (std::find(kinds.begin(), kinds.end(), field_.kind) != kinds.end()) return node;
  std::string fits;
  for (const Kind kind : kinds) {
    fits += (fits.empty() ? "" : ", ") + to_string(value::type(kind));
  }
  diagnostics_.error(
      "bad-constraint", mapping_.key_where(key),
      fmt::format("`{}` does not fit a field of type {}", key, to_string(value::type(field_.kind))),
      fmt::format("it is for fields of type {}", fits));
  return nullptr;
}

void ConstraintLoader::load_enum() {
  const yaml::Node* node =
      fitting("enum", {Kind::kString, Kind::kInteger, Kind::kNumber, Kind::kDate});
  if (!node) return;
  if (node->kind != yaml::NodeKind::kSequence || node->items.empty()) {
    bad_value(*node, "`enum` must be a list of values", "write it as `[a, b, c]`");
    return;
  }
  for (const yaml::Node& item : node->items) {
    auto allowed = load_allowed(item);
    if (!allowed) continue;
    if (std::find(field_.allowed.begin(), field_.allowed.end(), *allowed) != field_.allowed.end()) {
      bad_value(item, fmt::format("`{}` stands in `enum` twice", *allowed), "remove one");
    }
    field_.allowed.push_back(std::move(*allowed));
  }
}

// A value that no cell of this type could have would never match.
std::optional<std::string> ConstraintLoader::load_allowed(const yaml::Node& item) {
  auto text = yaml::as_text(item, "an item of `enum`", diagnostics_);
  if (!text) return std::nullopt;
  const bool readable = field_.kind == Kind::kString ||
                        (field_.kind == Kind::kDate && value::parse_date(*text)) ||
                        (field_.kind == Kind::kInteger && yaml::as_integer(item)) ||
                        (field_.kind == Kind::kNumber && yaml::as_number(item));
  if (readable) return text;
  bad_value(
      item, fmt::format("`{}` is no {}", *text, to_string(value::type(field_.kind))),
      fmt::format("the field `{}` is of this type, so no cell can have this value", field_.name));
  return std::nullopt;
}

void ConstraintLoader::load_pattern() {
  const yaml::Node* node = fitting("pattern", {Kind::kString});
  if (!node) return;
  const auto pattern = yaml::as_text(*node, "`pattern`", diagnostics_);
  if (!pattern) return;
  RE2::Options options;
  options.set_log_errors(false);
  const RE2 expression(*pattern, options);
  if (!expression.ok()) {
    bad_value(*node, fmt::format("`{}` is no regular expression: {}", *pattern, expression.error()),
              "use the syntax of RE2, which has no look-around and no back references");
    return;
  }
  field_.pattern = *pattern;
}

void ConstraintLoader::load_bound(std::string_view key, std::optional<double>& number,
                                  std::optional<std::int32_t>& day) {
  const yaml::Node* node = fitting(key, {Kind::kInteger, Kind::kNumber, Kind::kDate});
  if (!node) return;
  if (field_.kind == Kind::kDate) {
    if (const auto date = read_date(mapping_, key, diagnostics_)) day = date->days;
  } else {
    number = mapping_.number(key);
  }
}

void ConstraintLoader::load_bounds() {
  load_bound("minimum", field_.minimum, field_.minimum_day);
  load_bound("maximum", field_.maximum, field_.maximum_day);
  const bool numbers = field_.minimum && field_.maximum && *field_.minimum > *field_.maximum;
  const bool days =
      field_.minimum_day && field_.maximum_day && *field_.minimum_day > *field_.maximum_day;
  if (numbers || days) {
    diagnostics_.error("bad-constraint", mapping_.key_where("minimum"),
                       "`minimum` is above `maximum`, so that no value is allowed",
                       "swap or correct the two");
  }
}

std::optional<std::size_t> ConstraintLoader::load_length(std::string_view key) {
  if (!fitting(key, {Kind::kString})) return std::nullopt;
  const auto length = mapping_.integer(key);
  if (!length) return std::nullopt;
  if (*length < 0) {
    diagnostics_.error("bad-constraint", value_where(mapping_, key),
                       fmt::format("`{}` cannot be negative", key), "write a number of characters");
    return std::nullopt;
  }
  return static_cast<std::size_t>(*length);
}

void ConstraintLoader::load_lengths() {
  field_.minimum_length = load_length("minLength");
  field_.maximum_length = load_length("maxLength");
  if (field_.minimum_length && field_.maximum_length &&
      *field_.minimum_length > *field_.maximum_length) {
    diagnostics_.error("bad-constraint", mapping_.key_where("minLength"),
                       "`minLength` is above `maxLength`, so that no value is allowed",
                       "swap or correct the two");
  }
}

}  // namespace

void load_constraints(const yaml::Node& node, Field& field, text::Diagnostics& diagnostics) {
  ConstraintLoader(node, field, diagnostics).run();
}

}  // namespace remit::model
