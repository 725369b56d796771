#include "mutation/fingerprint.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "lang/typed_dump.h"
#include "rules/parts.h"

namespace remit::mutation {
namespace {

class Writer : public rules::PartVisitor {
 public:
  explicit Writer(const lang::Environment& environment) : environment_(environment) {}
  std::string text;

  void expression(const std::string& key, rules::NodePtr& expression) override {
    line(key, dump(*expression, environment_));
  }
  void binding(const std::string& key, lang::typed::Binding& binding) override {
    line(key, dump(binding, environment_));
  }
  void elements(const std::string& key, lang::typed::Comprehension& elements) override {
    line(key, dump(elements, environment_));
  }
  void line(const std::string& key, const std::string& what) { text += key + ": " + what + "\n"; }

  // What the kinds have beside their expressions.
  void operator()(const rules::Reserve& kind) {
    for (const std::string& task : kind.tasks) line("task", task);
  }
  void operator()(const rules::Frequency& kind) {
    line("phases", std::to_string(kind.phases.size()));
    line("clocks", fmt::format("{} {}", kind.restart, kind.clock_restart));
  }
  void operator()(const rules::Limit& kind) {
    line("per", std::to_string(static_cast<int>(kind.per)));
  }
  template <typename Other>
  void operator()(const Other&) {}

  void dated(const std::string& key, const std::vector<lang::Dated>& values) {
    for (const lang::Dated& each : values) {
      line(key,
           fmt::format("{} {} {}", value::to_string(each.value), day(each.from), day(each.to)));
    }
  }
  static std::string day(const std::optional<value::Date>& date) {
    return date ? value::to_string(*date) : "-";
  }

 private:
  const lang::Environment& environment_;
};

/// Slots by the order in which they appear: their numbers depend on what is bound before.
std::string renumbered(const std::string& text) {
  std::map<std::string, std::size_t> numbers;
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    result += text[at];
    if (text[at++] != '$') continue;
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
    const auto number = numbers.emplace(text.substr(at, end - at), numbers.size()).first;
    result += std::to_string(number->second);
    at = end;
  }
  return result;
}

}  // namespace

std::string fingerprint(const rules::Rule& rule) {
  Writer writer(*rule.environment);
  rules::Rule shown = rule;
  visit_parts(shown, writer);
  writer.text = renumbered(writer.text);
  std::visit(writer, rule.kind);
  writer.line("effective",
              fmt::format("{} {} {}", Writer::day(rule.effective.from),
                          Writer::day(rule.effective.to), rule.effective.then_unknown));
  writer.line("verdicts", fmt::format("{} {}", static_cast<int>(rule.on_unknown),
                                      static_cast<int>(rule.breach)));
  for (const auto& parameter : rule.environment->parameters) {
    writer.dated("parameter " + parameter.name, parameter.values);
  }
  for (const auto& set : rule.environment->sets) writer.dated("set " + set.name, set.values);
  for (const auto& definition : rule.environment->definitions) {
    if (definition.body != nullptr) {
      writer.line("definition " + definition.name,
                  renumbered(dump(*definition.body, *rule.environment)));
    }
  }
  return writer.text;
}

}  // namespace remit::mutation
