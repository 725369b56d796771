#include "cases/init/reading.h"

#include <re2/re2.h>

#include <cmath>
#include <utility>

#include "lang/walk.h"
#include "rules/parts.h"

namespace remit::cases::init {
namespace {

namespace typed = lang::typed;

/// Collects from expressions, and from the definitions, parameters and code sets that they use.
class Collector : public lang::TreeVisitor, public rules::PartVisitor {
 public:
  Collector(const lang::Environment& environment, Reading& reading)
      : environment_(environment), reading_(reading) {}

  void expression(const std::string& /*key*/, rules::NodePtr& expression) override {
    lang::walk(*expression, *this);
  }
  void binding(const std::string& /*key*/, typed::Binding& part) override {
    lang::walk(part, *this);
  }
  void elements(const std::string& /*key*/, typed::Comprehension& part) override {
    lang::walk(part, *this);
  }

  using lang::TreeVisitor::binding;
  void node(const typed::Node& node) override {
    if (const auto* constant = std::get_if<typed::Constant>(&node.kind)) add(constant->value);
    if (const auto* use = std::get_if<typed::ParameterUse>(&node.kind)) {
      for (const auto& dated : environment_.parameters[index(use->parameter)].values) {
        add(dated.value);
      }
    }
    if (const auto* use = std::get_if<typed::SetUse>(&node.kind)) {
      for (const auto& dated : environment_.sets[index(use->set)].values) add(dated.value);
    }
    if (const auto* field = std::get_if<typed::FieldOf>(&node.kind)) {
      reading_.fields.emplace(field->table, field->field);
    }
    if (const auto* test = std::get_if<typed::PatternTest>(&node.kind)) {
      add_words(test->pattern->pattern());
    }
    if (const auto* period = std::get_if<typed::PeriodOf>(&node.kind)) add_period(*period);
    if (const auto* call = std::get_if<typed::DefinitionCall>(&node.kind)) enter(call->definition);
  }

 private:
  static std::size_t index(int number) { return static_cast<std::size_t>(number); }

  void add(const value::Value& constant) {
    if (const auto* text = std::get_if<std::string>(&constant.data)) reading_.texts.insert(*text);
    if (const auto* date = std::get_if<value::Date>(&constant.data)) reading_.dates.insert(*date);
    if (const auto* whole = std::get_if<std::int64_t>(&constant.data)) {
      reading_.numbers.insert(*whole);
    }
    if (const auto* number = std::get_if<double>(&constant.data)) {
      reading_.numbers.insert(static_cast<std::int64_t>(std::floor(*number)));
    }
  }

  /// What stands in a regular expression as it is: `social worker` of `.*social worker.*`.
  void add_words(const std::string& pattern) {
    std::string word;
    for (const char c : pattern + "|") {
      if (c == ' ' || c == '-' || c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
          (c >= 'a' && c <= 'z')) {
        word += c;
      } else if (!word.empty()) {
        reading_.texts.insert(std::exchange(word, ""));
      }
    }
  }

  void add_period(const typed::PeriodOf& use) {
    const model::Table& table = environment_.model->tables[index(use.table)];
    const model::PeriodField& period = table.periods[index(use.period)];
    reading_.fields.emplace(use.table, period.from);
    reading_.fields.emplace(use.table, period.to);
  }

  void enter(int definition) {
    const auto& body = environment_.definitions[index(definition)].body;
    if (entered_.insert(definition).second && body) lang::walk(*body, *this);
  }

  const lang::Environment& environment_;
  Reading& reading_;
  std::set<int> entered_;
};

}  // namespace

Reading reading_of(const rules::Rule& rule) {
  Reading reading;
  rules::Rule copy = rule;  // the visitor may change what it is shown; this one does not
  Collector collector(*rule.environment, reading);
  rules::visit_parts(copy, collector);
  reading.tables.insert(rule.reads.begin(), rule.reads.end());
  for (const auto& subject : rule.subjects) {
    if (subject.type.table >= 0) reading.tables.insert(subject.type.table);
  }
  if (rule.effective.from) reading.dates.insert(*rule.effective.from);
  if (rule.effective.to) reading.dates.insert(*rule.effective.to);
  if (const auto* line = std::get_if<rules::Reserve>(&rule.kind)) {
    reading.texts.insert(line->tasks.begin(), line->tasks.end());
  }
  return reading;
}

}  // namespace remit::cases::init
