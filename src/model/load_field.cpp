#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "model/load_parts.h"
#include "text/nearest.h"

namespace remit::model {
namespace {

using value::Kind;

struct TypeWord {
  std::string_view word;
  Kind kind;
};

constexpr std::array<TypeWord, 5> kTypes{{
    {"string", Kind::kString},
    {"integer", Kind::kInteger},
    {"number", Kind::kNumber},
    {"boolean", Kind::kBoolean},
    {"date", Kind::kDate},
}};

std::string help_for_type(const std::string& word) {
  if (word == "datetime") return "write `type: date` with `format: datetime`";
  std::vector<std::string> words;
  for (const TypeWord& type : kTypes) words.emplace_back(type.word);
  return text::did_you_mean(word, words);
}

Kind load_type(yaml::Mapping& mapping, text::Diagnostics& diagnostics) {
  const auto word = mapping.required_text("type");
  if (!word) return Kind::kError;
  for (const TypeWord& type : kTypes) {
    if (type.word == *word) return type.kind;
  }
  diagnostics.error("unknown-type", value_where(mapping, "type"),
                    fmt::format("`{}` is not a type of fields", *word), help_for_type(*word));
  return Kind::kError;
}

void load_format(yaml::Mapping& mapping, Field& field, text::Diagnostics& diagnostics) {
  const auto format = mapping.text("format");
  if (!format || *format == "default" || field.kind == Kind::kError) return;
  if (*format == "datetime" && field.kind == Kind::kDate) {
    field.datetime = true;
    return;
  }
  const bool date = field.kind == Kind::kDate;
  diagnostics.error("bad-format", value_where(mapping, "format"),
                    fmt::format("the format `{}` does not fit a field of type {}", *format,
                                to_string(value::type(field.kind))),
                    date ? "write `default` (YYYY-MM-DD) or `datetime`"
                         : "leave `format` out: only dates have one, `datetime`");
}

std::vector<std::string> load_truth_values(yaml::Mapping& mapping, std::string_view key,
                                           const Field& field, std::vector<std::string> standard,
                                           text::Diagnostics& diagnostics) {
  auto texts = load_texts(mapping, key);
  if (!texts)
    return field.kind == Kind::kBoolean ? std::move(standard) : std::vector<std::string>{};
  if (field.kind != Kind::kBoolean && field.kind != Kind::kError) {
    diagnostics.error("wrong-type", mapping.key_where(key),
                      fmt::format("`{}` is for boolean fields, and `{}` is of type {}", key,
                                  field.name, to_string(value::type(field.kind))),
                      "remove it, or write `type: boolean`");
  }
  return std::move(*texts);
}

void load_booleans(yaml::Mapping& mapping, Field& field, text::Diagnostics& diagnostics) {
  field.true_values =
      load_truth_values(mapping, "trueValues", field, {"true", "True", "TRUE", "1"}, diagnostics);
  field.false_values = load_truth_values(mapping, "falseValues", field,
                                         {"false", "False", "FALSE", "0"}, diagnostics);
  for (const std::string& text : field.true_values) {
    if (std::find(field.false_values.begin(), field.false_values.end(), text) !=
        field.false_values.end()) {
      diagnostics.error(
          "ambiguous-value", mapping.key_where("trueValues"),
          fmt::format("`{}` of the field `{}` means both true and false", text, field.name),
          "take it out of `trueValues` or of `falseValues`");
    }
  }
}

// Settings for reading numbers that remit does not know: they may state what it does anyway.
void load_number_settings(yaml::Mapping& mapping, text::Diagnostics& diagnostics) {
  const auto refuse = [&](std::string_view key, std::string_view only) {
    diagnostics.error("unsupported", mapping.key_where(key),
                      fmt::format("`{}` other than {} is not read here", key, only),
                      "write numbers as digits with a point, and leave this key out");
  };
  if (mapping.text("decimalChar").value_or(".") != ".") refuse("decimalChar", "`.`");
  if (!mapping.text("groupChar").value_or("").empty()) refuse("groupChar", "an empty one");
  if (!mapping.boolean("bareNumber").value_or(true)) refuse("bareNumber", "`true`");
}

}  // namespace

std::optional<Field> load_field(const yaml::Node& node,
                                const std::vector<std::string>& missing_values,
                                text::Diagnostics& diagnostics) {
  yaml::Mapping mapping(node, "a field", diagnostics);
  Field field;
  field.name = mapping.required_text("name").value_or("");
  field.where = value_where(mapping, "name");
  field.kind = load_type(mapping, diagnostics);
  field.title = mapping.text("title").value_or("");
  field.description = mapping.text("description").value_or("");
  field.personal = mapping.boolean("personal").value_or(false);
  load_format(mapping, field, diagnostics);
  load_booleans(mapping, field, diagnostics);
  load_number_settings(mapping, diagnostics);
  field.missing_values = load_texts(mapping, "missingValues").value_or(missing_values);
  if (const yaml::Node* constraints = mapping.optional("constraints")) {
    load_constraints(*constraints, field, diagnostics);
  }
  for (const std::string_view key : {"example", "rdfType"}) mapping.optional(key);
  const yaml::Node* name = mapping.optional("name");
  const bool usable =
      name && name->kind == yaml::NodeKind::kScalar &&
      check_name(field.name, NameUse::kQuotable, "a field", field.where, diagnostics);
  return usable ? std::optional(std::move(field)) : std::nullopt;
}

}  // namespace remit::model
