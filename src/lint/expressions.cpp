#include "lint/expressions.h"

namespace remit::lint {
namespace {

/// One overload a kind of rule.
struct Lister {
  KindExpressions& all;

  void add(const std::string& key, const lang::typed::NodePtr& node) const {
    if (node) all.nodes.push_back({key, node});
  }
  void add(const std::string& key, const std::vector<rules::Elements>& elements) const {
    for (const rules::Elements& each : elements) {
      all.elements.push_back({key, &each});
    }
  }

  void operator()(const rules::Require& kind) const { add("require", kind.require); }
  void operator()(const rules::Reserve& kind) const {
    add("task", kind.task);
    add("by", kind.by);
    add("to", kind.to);
  }
  void operator()(const rules::Cover& kind) const {
    add("over", kind.over);
    add("by", kind.by);
    add("grace", kind.grace);
  }
  void operator()(const rules::Frequency& kind) const {
    add("over", kind.over);
    add("event", kind.event);
    add("pause", kind.pause);
    add("first_within", kind.first_within);
    for (const rules::Phase& phase : kind.phases) {
      add("until", phase.until);
      add("times", phase.times);
      add("every", phase.every);
      add("tolerance", phase.tolerance);
    }
    add("tolerance", kind.tolerance);
  }
  void operator()(const rules::Limit& kind) const {
    add("over", kind.over);
    add("count", kind.count);
    add("per", kind.per_duration);
    add("at_most", kind.at_most);
    add("at_least", kind.at_least);
  }
  void operator()(const rules::Deadline& kind) const {
    add("trigger", kind.trigger);
    add("response", kind.response);
    add("within", kind.within);
    add("counts_from", kind.counts_from);
    add("times", kind.times);
    add("until", kind.until);
  }
  void operator()(const rules::Unique& kind) const {
    for (const lang::typed::NodePtr& part : kind.key) add("key", part);
    add("while", kind.while_);
  }
};

void walk_some(const lang::typed::NodePtr& node, lang::TreeVisitor& visitor) {
  if (node) lang::walk(*node, visitor);
}

}  // namespace

KindExpressions kind_expressions(const rules::Rule& rule) {
  KindExpressions all;
  std::visit(Lister{all}, rule.kind);
  return all;
}

void walk_decision(const rules::Rule& rule, lang::TreeVisitor& visitor) {
  for (const lang::typed::Binding& binding : rule.subjects) lang::walk(binding, visitor);
  walk_some(rule.when, visitor);
  walk_some(rule.on, visitor);
  const KindExpressions kind = kind_expressions(rule);
  for (const Placed& placed : kind.nodes) walk_some(placed.node, visitor);
  for (const PlacedElements& placed : kind.elements) {
    lang::walk(placed.elements->comprehension, visitor);
    walk_some(placed.elements->weight, visitor);
    walk_some(placed.elements->unit, visitor);
  }
}

void walk_rule(const rules::Rule& rule, lang::TreeVisitor& visitor) {
  walk_decision(rule, visitor);
  for (const rules::MessagePiece& piece : rule.message) walk_some(piece.expression, visitor);
}

text::Location place(const rules::Rule& rule, const lang::typed::NodePtr& node) {
  return {rule.where.file, node->span};
}

text::Location key_place(const rules::Rule& rule, const std::string& key) {
  for (const rules::KeyPlace& each : rule.keys) {
    if (each.key == key) return each.where;
  }
  return rule.where;
}

std::string words(const text::SourcePtr& file, text::Span span) {
  constexpr std::size_t kMost = 60;
  std::string line;
  for (const char c : file->slice(span)) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (line.size() > kMost) line = line.substr(0, line.find(' ', kMost)) + " ...";
  return line;
}

}  // namespace remit::lint
