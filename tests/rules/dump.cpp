#include "dump.h"

#include <fmt/format.h>

namespace remit::test {
namespace {

using namespace rules;

/// Expressions as their author wrote them, with the type that they have.
class RuleDump {
 public:
  explicit RuleDump(const Rule& rule) : rule_(rule) {}

  std::string write() {
    static constexpr const char* kSeverities[] = {"info", "minor", "major", "critical"};
    text_ = fmt::format("rule {} [{}] {}\n", rule_.id,
                        kSeverities[static_cast<std::size_t>(rule_.severity)], rule_.title);
    if (!rule_.table.empty()) line("table", rule_.table);
    line("kind", std::string(kind_word(rule_.kind)));
    keys();
    common();
    for (const auto& binding : rule_.subjects) {
      line("for", binding.name + ": " + type_name(binding.type));
    }
    line("when", rule_.when);
    line("on", rule_.on);
    std::visit(*this, rule_.kind);
    std::string message;
    for (const MessagePiece& piece : rule_.message) {
      message += piece.expression ? "<" + shown(*piece.expression) + ">" : piece.text;
    }
    if (!message.empty()) line("message", message);
    std::string reads;
    for (const int table : rule_.reads) {
      reads += (reads.empty() ? "" : " ") +
               rule_.environment->model->tables[static_cast<std::size_t>(table)].name;
    }
    if (!reads.empty()) line("reads", reads);
    return text_;
  }

  /// Its parameters, which rules of one file share.
  std::string parameters() {
    text_.clear();
    for (const auto& parameter : rule_.environment->parameters) parameter_line(parameter);
    return text_;
  }

  void operator()(const Require& kind) { line("require", kind.require); }
  void operator()(const Reserve& kind) {
    line("task", kind.task);
    line("by", kind.by);
    line("tasks", fmt::format("{}", fmt::join(kind.tasks, " ")));
    line("to", kind.to);
  }
  void operator()(const Cover& kind) {
    line("over", kind.over);
    lines("by", kind.by);
    line("grace", kind.grace);
  }
  void operator()(const Frequency& kind) {
    line("over", kind.over);
    lines("event", kind.event);
    line("first_within", kind.first_within);
    for (const Phase& phase : kind.phases) {
      line("phase every", phase.every);
      line("phase until", phase.until);
      line("phase times", phase.times);
      line("phase tolerance", phase.tolerance);
    }
    line("tolerance", kind.tolerance);
    lines("pause", kind.pause);
    if (kind.restart) line("resume", "restart");
    if (kind.clock_restart) line("clock", "restart");
  }
  void operator()(const Limit& kind) {
    static constexpr const char* kPer[] = {"day", "calendar month", "calendar year", "duration"};
    line("over", kind.over);
    lines("count", kind.count);
    line("per", kPer[static_cast<std::size_t>(kind.per)]);
    line("per", kind.per_duration);
    line("at_most", kind.at_most);
    line("at_least", kind.at_least);
  }
  void operator()(const Deadline& kind) {
    line("trigger", kind.trigger);
    lines("response", kind.response);
    line("within", kind.within);
    line("counts_from", kind.counts_from);
    line("times", kind.times);
    line("until", kind.until);
  }
  void operator()(const Unique& kind) {
    for (const NodePtr& part : kind.key) line("key", part);
    line("while", kind.while_);
  }

 private:
  std::string type_name(const value::Type& type) const {
    return model::describe(type, *rule_.environment->model);
  }
  std::string slice(text::Span span) const {
    return std::string(rule_.environment->file->slice(span));
  }
  std::string shown(const lang::typed::Node& node) const {
    return fmt::format("{}: {}", slice(node.span), type_name(node.type));
  }
  void line(const std::string& key, const std::string& text) {
    text_ += fmt::format("  {}: {}\n", key, text);
  }
  void line(const std::string& key, const char* text) { line(key, std::string(text)); }
  void line(const std::string& key, const NodePtr& node) {
    if (node) line(key, shown(*node));
  }
  void lines(const std::string& key, const std::vector<Elements>& all) {
    for (const Elements& elements : all) {
      std::string names;
      for (const auto& binding : elements.comprehension.bindings) {
        names += fmt::format(" for {}: {}", binding.name, type_name(binding.type));
      }
      line(key, shown(*elements.comprehension.head) + names);
      line("weight", elements.weight);
      line("unit", elements.unit);
    }
  }
  /// Each key with the line and column of its value.
  void keys() {
    std::string all;
    for (const KeyPlace& key : rule_.keys) {
      const text::Place place = key.value.file->place(key.value.span.begin);
      all += fmt::format(" {}@{}:{}", key.key, place.line, place.column);
    }
    line("keys", all.substr(all.empty() ? 0 : 1));
  }
  void common() {
    for (const Citation& source : rule_.sources) line("source", source.id + ", " + source.at);
    const Effective& effective = rule_.effective;
    if (effective.from) line("from", value::to_string(*effective.from));
    if (effective.to) line("to", value::to_string(*effective.to));
    if (effective.then_unknown) line("then", "unknown");
    if (!rule_.remedy.empty()) line("remedy", rule_.remedy);
    if (!rule_.tags.empty()) line("tags", fmt::format("{}", fmt::join(rule_.tags, " ")));
    if (rule_.disabled) line("disabled", *rule_.disabled);
    if (rule_.on_unknown == OnUnknown::kViolation) line("on_unknown", "violation");
    if (rule_.on_unknown == OnUnknown::kPass) line("on_unknown", "pass");
    if (rule_.breach == Breach::kUnknown) line("breach", "unknown");
  }
  void parameter_line(const lang::Parameter& parameter) {
    std::string values;
    for (const auto& dated : parameter.values) {
      values += " " + value::to_string(dated.value);
      if (dated.from) values += " from " + value::to_string(*dated.from);
      if (dated.to) values += " to " + value::to_string(*dated.to);
    }
    line("parameter " + parameter.name, values.substr(values.empty() ? 0 : 1));
  }

  const Rule& rule_;
  std::string text_;
};

}  // namespace

std::string dump(const rules::RuleSet& rules) {
  std::string text = fmt::format("ruleset {} {} {}\n", rules.name, rules.version, rules.title);
  for (const RuleFile& file : rules.files) {
    std::string extends;
    for (const std::size_t number : file.extends) extends += " extends " + rules.files[number].path;
    text += fmt::format("file {}: {} {}{}\n", file.path, file.name, file.version, extends);
  }
  for (const Source& source : rules.sources) {
    text += fmt::format("source {}: {}\n", source.id, source.title);
  }
  const lang::Environment* shared = nullptr;
  for (const Rule& rule : rules.rules) {
    text += RuleDump(rule).write();
    if (rule.environment.get() != shared) text += RuleDump(rule).parameters();
    shared = rule.environment.get();
  }
  return text;
}

}  // namespace remit::test
