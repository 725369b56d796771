#include "rules/parts.h"

#include <fmt/format.h>

namespace remit::rules {
namespace {

// One overload a kind: its own keys.
class Parts {
 public:
  explicit Parts(PartVisitor& visitor) : visitor_(visitor) {}

  void operator()(Require& kind) { one("require", kind.require); }
  void operator()(Reserve& kind) {
    one("task", kind.task);
    one("to", kind.to);
  }
  void operator()(Cover& kind) {
    one("over", kind.over);
    all("by", kind.by);
    one("grace", kind.grace);
  }
  void operator()(Frequency& kind) {
    one("over", kind.over);
    all("event", kind.event);
    for (std::size_t p = 0; p < kind.phases.size(); ++p) {
      const std::string phase = kind.phases.size() > 1 ? fmt::format("phase {} ", p + 1) : "";
      one(phase + "until", kind.phases[p].until);
      one(phase + "times", kind.phases[p].times);
      one(phase + "every", kind.phases[p].every);
      one(phase + "tolerance", kind.phases[p].tolerance);
    }
    one("first_within", kind.first_within);
    one("tolerance", kind.tolerance);
    all("pause", kind.pause);
  }
  void operator()(Limit& kind) {
    one("over", kind.over);
    all("count", kind.count);
    one("per", kind.per_duration);
    one("at_most", kind.at_most);
    one("at_least", kind.at_least);
  }
  void operator()(Deadline& kind) {
    one("trigger", kind.trigger);
    all("response", kind.response);
    one("within", kind.within);
    one("counts_from", kind.counts_from);
    one("times", kind.times);
    one("until", kind.until);
  }
  void operator()(Unique& kind) {
    for (NodePtr& part : kind.key) one("key", part);
    one("while", kind.while_);
  }

  void one(const std::string& key, NodePtr& expression) {
    if (expression != nullptr) visitor_.expression(key, expression);
  }
  void all(const std::string& key, std::vector<Elements>& all) {
    for (Elements& elements : all) {
      visitor_.elements(key, elements.comprehension);
      one("weight", elements.weight);
      one("unit", elements.unit);
    }
  }

 private:
  PartVisitor& visitor_;
};

}  // namespace

void visit_parts(Rule& rule, PartVisitor& visitor) {
  Parts parts(visitor);
  for (lang::typed::Binding& binding : rule.subjects) visitor.binding("for", binding);
  parts.one("when", rule.when);
  parts.one("on", rule.on);
  std::visit(parts, rule.kind);
}

}  // namespace remit::rules
