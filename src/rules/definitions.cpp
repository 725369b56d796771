#include "rules/definitions.h"

#include <fmt/format.h>
#include <algorithm>

#include "lang/check/check.h"
#include "lang/parse/parse.h"
#include "rules/names.h"
#include "text/nearest.h"

namespace remit::rules {
namespace {

using lang::Definition;
using lang::Slot;
using value::Kind;

struct TypeWord {
  std::string_view word;
  Kind kind;
};
constexpr TypeWord kPlainTypes[] = {
    {"boolean", Kind::kBoolean}, {"integer", Kind::kInteger}, {"number", Kind::kNumber},
    {"string", Kind::kString},   {"date", Kind::kDate},       {"duration", Kind::kDuration},
    {"period", Kind::kPeriod},
};

std::vector<std::string> type_words(const model::Model* model) {
  std::vector<std::string> words;
  if (model) words = model->entity_names();
  for (const TypeWord& plain : kPlainTypes) words.emplace_back(plain.word);
  return words;
}

/// The type that a word names: an entity of the model, or a plain type.
value::Type argument_type(const yaml::Node& node, const model::Model* model,
                          text::Diagnostics& diagnostics) {
  const auto word = yaml::as_text(node, "the type of an argument", diagnostics);
  if (!word) return {};
  if (const auto table = model ? model->entity(*word) : std::nullopt) {
    return value::row_type(*table);
  }
  for (const TypeWord& plain : kPlainTypes) {
    if (plain.word == *word) return value::type(plain.kind);
  }
  if (model) {
    diagnostics.error("unknown-type", node.where,
                      fmt::format("no entity or type is called `{}`", *word),
                      text::did_you_mean(*word, type_words(model)));
  }
  return {};
}

void read_argument(const yaml::Node& node, Definition& definition, const model::Model* model,
                   text::Diagnostics& diagnostics) {
  if (node.kind != yaml::NodeKind::kMapping || node.entries.size() != 1) {
    diagnostics.error("bad-argument", node.where, "an argument is not one name with its type",
                      "write `takes: [{w: worker}, {d: date}]`");
    return;
  }
  const yaml::Entry& entry = node.entries.front();
  check_name(entry, "an argument", diagnostics);
  const bool taken = std::any_of(definition.slots.begin() + 1, definition.slots.end(),
                                 [&](const Slot& slot) { return slot.name == entry.key; });
  if (taken) {
    diagnostics.error(
        "duplicate-argument", entry.key_where,
        fmt::format("`{}` takes two arguments called `{}`", definition.name, entry.key),
        "give each its own name");
    return;
  }
  definition.slots.push_back({entry.key, argument_type(entry.value, model, diagnostics)});
}

void read_arguments(yaml::Mapping& keys, Definition& definition, const model::Model* model,
                    text::Diagnostics& diagnostics) {
  definition.slots.push_back({"", value::type(Kind::kDate)});
  const yaml::Node* takes = keys.optional("takes");
  if (takes && takes->kind != yaml::NodeKind::kSequence) {
    diagnostics.error("expected-list", takes->where, "`takes` is not a list of arguments",
                      "write `takes: [{w: worker}, {d: date}]`");
  } else if (takes) {
    for (const yaml::Node& argument : takes->items) {
      read_argument(argument, definition, model, diagnostics);
    }
  }
  definition.arguments = definition.slots.size() - 1;
}

lang::ExpressionPtr read_body(yaml::Mapping& keys, text::Diagnostics& diagnostics) {
  const yaml::Node* is = keys.required("is");
  if (!is || !yaml::as_text(*is, "`is`", diagnostics)) return nullptr;
  return lang::parse_expression(yaml::excerpt(*is), diagnostics);
}

/// Reads what is there; gives the bodies, one for each definition.
std::vector<lang::ExpressionPtr> read_bodies(const yaml::Node& node, lang::Environment& environment,
                                             text::Diagnostics& diagnostics) {
  std::vector<lang::ExpressionPtr> bodies;
  if (node.kind != yaml::NodeKind::kMapping) {
    diagnostics.error("expected-mapping", node.where, "`definitions` is not a mapping",
                      "write each as `name: {takes: [{w: worker}], is: ...}`");
    return bodies;
  }
  for (const yaml::Entry& entry : node.entries) {
    check_name(entry, "a definition", diagnostics);
    yaml::Mapping keys(entry.value, fmt::format("the definition `{}`", entry.key), diagnostics);
    Definition definition;
    definition.name = entry.key;
    definition.where = entry.key_where;
    read_arguments(keys, definition, environment.model.get(), diagnostics);
    bodies.push_back(read_body(keys, diagnostics));
    keys.finish();
    environment.definitions.push_back(std::move(definition));
  }
  return bodies;
}

}  // namespace

void read_definitions(yaml::Mapping& ruleset, lang::Environment& environment,
                      text::Diagnostics& diagnostics) {
  std::vector<lang::ExpressionPtr> bodies;
  if (const yaml::Node* node = ruleset.optional("definitions")) {
    bodies = read_bodies(*node, environment, diagnostics);
  }
  if (environment.model) {
    lang::check_definitions(environment, bodies, diagnostics);
  } else {
    lang::check_names(environment, diagnostics);
  }
}

}  // namespace remit::rules
