#include "privacy/reads.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lang/walk.h"
#include "rules/parts.h"

namespace remit::privacy {

namespace typed = lang::typed;

namespace {

/// The slot of the own date, in the scopes of rules and of definitions.
constexpr int kOwnDate = 0;

}  // namespace

/// Looks for a marked field in one scope.
class Reads::Visitor : public lang::TreeVisitor {
 public:
  explicit Visitor(Reads& reads) : reads_(reads) {}
  bool found = false;

  void node(const typed::Node& node) override {
    if (!found) std::visit([&](const auto& it) { look(it); }, node.kind);
  }
  void binding(const typed::Binding& binding) override {
    const auto* source = std::get_if<typed::TableSource>(&binding.source);
    if (source == nullptr || !source->tie) return;
    lang::walk(*source->tie->element, *this);
    lang::walk(*source->tie->outer, *this);
  }

 private:
  template <typename T>
  void look(const T&) {}
  void look(const typed::SlotUse& it) { found = reads_.is_tainted(it.slot); }
  void look(const typed::FieldOf& it) { found = reads_.marks_.has(it.table, it.field); }
  void look(const typed::PeriodOf& it) {
    const model::PeriodField& period = table(it.table).periods[static_cast<std::size_t>(it.period)];
    found = reads_.marks_.has(it.table, period.from) || reads_.marks_.has(it.table, period.to);
  }
  void look(const typed::Follow& it) {
    const auto& fields = table(it.table).relations[static_cast<std::size_t>(it.relation)].fields;
    found = std::any_of(fields.begin(), fields.end(),
                        [&](int field) { return reads_.marks_.has(it.table, field); });
  }
  void look(const typed::DefinitionCall& it) { found = reads_.definition_reads(it.definition); }

  const model::Table& table(int number) const {
    return reads_.environment_.model->tables[static_cast<std::size_t>(number)];
  }

  Reads& reads_;
};

Reads::Reads(const lang::Environment& environment, const Marks& marks)
    : environment_(environment), marks_(marks) {}

bool Reads::reads(const typed::Node& node) {
  Visitor visitor(*this);
  lang::walk(node, visitor);
  return visitor.found;
}

bool Reads::reads(const typed::Comprehension& elements) {
  Visitor visitor(*this);
  lang::walk(elements, visitor);
  return visitor.found;
}

void Reads::taint(int slot) {
  slots_.insert(slot);
  definitions_.clear();  // the own date comes along into them
}

bool Reads::definition_reads(int definition) {
  if (const auto known = definitions_.find(definition); known != definitions_.end()) {
    return known->second;
  }
  definitions_[definition] = false;
  const auto& body = environment_.definitions[static_cast<std::size_t>(definition)].body;
  Reads inside(environment_, marks_);  // a scope of its own
  if (is_tainted(kOwnDate)) inside.slots_.insert(kOwnDate);
  inside.definitions_ = definitions_;
  const bool found = body && inside.reads(*body);
  definitions_ = std::move(inside.definitions_);
  return definitions_[definition] = found;
}

Reads Reads::inside(const typed::DefinitionCall& call) {
  Reads scope(environment_, marks_);
  if (is_tainted(kOwnDate)) scope.taint(kOwnDate);
  for (std::size_t i = 0; i < call.arguments.size(); ++i) {
    if (reads(*call.arguments[i])) scope.taint(static_cast<int>(i) + 1);
  }
  return scope;
}

namespace {

/// Parts that say whether a rule applies or is kept, and not on which days.
constexpr std::array<std::string_view, 5> kConditions{"when", "require", "key", "task", "to"};

class Parts : public rules::PartVisitor {
 public:
  explicit Parts(RuleReads& result) : result_(result) {}

  void expression(const std::string& key, rules::NodePtr& expression) override {
    if (result_.reads.reads(*expression)) note(key);
  }
  void binding(const std::string& /*key*/, typed::Binding& binding) override {
    const auto* runs = std::get_if<typed::RunsSource>(&binding.source);
    const bool come_of = runs != nullptr && result_.reads.reads(*runs->periods);
    if (come_of) {
      result_.runs.insert(binding.name);
      result_.reads.taint(binding.slot);
    }
    const bool where = binding.where && result_.reads.reads(*binding.where);
    result_.any = result_.any || come_of || where;
  }
  void elements(const std::string& key, typed::Comprehension& elements) override {
    if (result_.reads.reads(elements)) note(key);
  }

 private:
  void note(const std::string& key) {
    result_.any = true;
    const bool condition =
        std::find(kConditions.begin(), kConditions.end(), key) != kConditions.end();
    result_.days = result_.days || !condition;
  }

  RuleReads& result_;
};

}  // namespace

RuleReads reads_of(const rules::Rule& rule, const Marks& marks) {
  RuleReads result{Reads(*rule.environment, marks), false, false, {}};
  rules::Rule copy = rule;  // the visitor may change what it is shown; this one does not
  Parts parts(result);
  rules::visit_parts(copy, parts);
  if (!result.days) return result;
  result.reads.taint(kOwnDate);
  if (const auto* frequency = std::get_if<rules::Frequency>(&rule.kind)) {
    result.reads.taint(frequency->since);
  }
  if (const auto* limit = std::get_if<rules::Limit>(&rule.kind)) result.reads.taint(limit->peak);
  return result;
}

}  // namespace remit::privacy
