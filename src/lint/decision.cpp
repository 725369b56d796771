#include "lint/decision.h"

#include <fmt/format.h>

#include "lang/typed_dump.h"
#include "lint/expressions.h"

namespace remit::lint {
namespace {

/// Collects what a rule is written with.
class Writer {
 public:
  explicit Writer(const rules::Rule& rule)
      : rule_(rule), text_(fmt::format("{} {}", rules::kind_word(rule.kind), rule.file)) {}

  void add(const std::string& key, const lang::typed::NodePtr& node) {
    if (node) text_ += fmt::format("\n{}: {}", key, lang::dump(*node, *rule_.environment));
  }
  void add(const PlacedElements& placed) {
    text_ += fmt::format("\n{}: {}", placed.key,
                         lang::dump(placed.elements->comprehension, *rule_.environment));
    add("weight", placed.elements->weight);
    add("unit", placed.elements->unit);
  }
  void add_subjects() {
    for (const lang::typed::Binding& binding : rule_.subjects) {
      text_ += "\nfor: " + lang::dump(binding, *rule_.environment);
    }
    add("when", rule_.when);
    add("on", rule_.on);
  }
  void add_settings() {
    text_ +=
        fmt::format("\n{} {}", static_cast<int>(rule_.on_unknown), static_cast<int>(rule_.breach));
    if (const auto* reserve = std::get_if<rules::Reserve>(&rule_.kind)) {
      for (const std::string& task : reserve->tasks) text_ += "\n" + task;
    }
    if (const auto* limit = std::get_if<rules::Limit>(&rule_.kind)) {
      text_ += fmt::format("\n{}", static_cast<int>(limit->per));
    }
    if (const auto* frequency = std::get_if<rules::Frequency>(&rule_.kind)) {
      text_ += fmt::format("\n{} {}", frequency->restart, frequency->clock_restart);
    }
  }
  const std::string& text() const { return text_; }

 private:
  const rules::Rule& rule_;
  std::string text_;
};

}  // namespace

std::string decision_text(const rules::Rule& rule) {
  Writer writer(rule);
  writer.add_subjects();
  const KindExpressions kind = kind_expressions(rule);
  for (const Placed& placed : kind.nodes) writer.add(placed.key, placed.node);
  for (const PlacedElements& placed : kind.elements) writer.add(placed);
  writer.add_settings();
  return writer.text();
}

std::string duty_text(const rules::Rule& rule) {
  const KindExpressions kind = kind_expressions(rule);
  if (kind.elements.empty()) return "";
  Writer writer(rule);
  writer.add_subjects();
  for (const Placed& placed : kind.nodes) {
    if (placed.key == "over" || placed.key == "trigger") writer.add(placed.key, placed.node);
  }
  for (const PlacedElements& placed : kind.elements) {
    if (placed.key != "pause") writer.add(placed);
  }
  return writer.text();
}

}  // namespace remit::lint
