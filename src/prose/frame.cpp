// What all kinds of rule have: subjects, when, in force, doubt.
#include <fmt/format.h>

#include "prose/collections.h"
#include "prose/condition.h"
#include "prose/telling.h"
#include "prose/value.h"

namespace remit::prose {
namespace {

using lang::typed::Binding;

/// `allocation whose role is lead`, `of the case's visits`, `unbroken stretch that ...`.
std::string subject(const Binding& binding, Context& context) {
  if (const auto* whole = std::get_if<lang::typed::TableSource>(&binding.source)) {
    const std::string entity = spoken(context.table(whole->table).entity);
    const std::string own = context.bind(binding);
    return entity + (own.empty() ? "" : " (" + own + ")") +
           relative(binding.where, binding.slot, context);
  }
  return "of " + collection(binding, context);
}

/// The date that decides whether a rule is in force; empty where it is about days. One overload a
/// kind.
struct OwnDate {
  const rules::Rule& rule;
  Context& context;

  std::string operator()(const rules::Require&) const { return at(rule.on); }
  std::string operator()(const rules::Reserve&) const { return at(rule.on); }
  std::string operator()(const rules::Cover&) const { return {}; }
  std::string operator()(const rules::Frequency&) const { return {}; }
  std::string operator()(const rules::Limit& kind) const { return kind.over ? "" : at(rule.on); }
  std::string operator()(const rules::Deadline& kind) const { return at(kind.trigger); }
  std::string operator()(const rules::Unique& kind) const {
    if (!kind.while_) return at(rule.on);
    return "the first day of " + value(kind.while_, context);
  }

  std::string at(const NodePtr& date) const {
    return date ? value(date, context) : "the as-of date";
  }
};

std::string span(const rules::Effective& effective) {
  if (effective.from && effective.to) {
    return fmt::format("from {} to {}", spoken(*effective.from), spoken(*effective.to));
  }
  return effective.from ? "from " + spoken(*effective.from) + " on"
                        : "up to " + spoken(*effective.to);
}

}  // namespace

void introduce_subjects(const rules::Rule& rule, Context& context) {
  std::vector<int> slots;
  for (const Binding& binding : rule.subjects) slots.push_back(binding.slot);
  context.introduce(slots);
  if (const auto* frequency = std::get_if<rules::Frequency>(&rule.kind)) {
    context.call(frequency->since, "the start of the wait");
  }
  if (const auto* limit = std::get_if<rules::Limit>(&rule.kind)) {
    context.call(limit->peak, "the peak");
  }
}

void tell_subjects(Telling& telling) {
  telling.add(Part::kSubjects, [&]() -> std::string {
    std::string text = "This is about each ";
    bool first = true;
    for (const Binding& binding : telling.rule().subjects) {
      if (!first) text += ", together with each ";
      text += subject(binding, telling.context());
      first = false;
    }
    return text;
  });
}

void tell_when(Telling& telling) {
  if (!telling.rule().when) return;
  telling.add(Part::kWhen, [&] {
    return led("It applies only if ", condition(telling.rule().when, true, telling.context()));
  });
}

void tell_in_force(Telling& telling) {
  const rules::Effective& effective = telling.rule().effective;
  telling.add(Part::kInForce, [&]() -> std::string {
    const OwnDate own_date{telling.rule(), telling.context()};
    const std::string time = std::visit(own_date, telling.rule().kind);
    const std::string when =
        effective.from || effective.to ? "In force " + span(effective) : "In force at any time";
    const bool always = !effective.from && !effective.to;
    if (time.empty()) return always ? when : when + "; days outside this are not judged";
    return fmt::format("{}; {} {}", when, always ? "it is judged for" : "what decides is", time);
  });
  if (!effective.then_unknown) return;
  telling.add(Part::kInForce, []() -> std::string {
    return "What holds after that is not written down here: it cannot be decided";
  });
}

void tell_doubt(Telling& telling) {
  const rules::Rule& rule = telling.rule();
  if (rule.on_unknown != rules::OnUnknown::kUnknown) {
    telling.add(Part::kDoubt, [&]() -> std::string {
      return rule.on_unknown == rules::OnUnknown::kPass
                 ? "Where this cannot be decided for want of data, it counts as kept"
                 : "Where this cannot be decided for want of data, it counts as broken";
    });
  }
  if (rule.breach == rules::Breach::kUnknown) {
    telling.add(Part::kDoubt, []() -> std::string {
      return "Where this does not hold, that is put as a question and not as a finding of fault";
    });
  }
}

}  // namespace remit::prose
