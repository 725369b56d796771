#include <fmt/format.h>

#include "mutation/changes.h"

namespace remit::mutation {
namespace {

using rules::NodePtr;

struct Option {
  const char* key;
  NodePtr* expression;
  const char* missing_case;
};

/// The keys of a kind that a rule can do without.
struct OptionsOf {
  using List = std::vector<Option>;

  List operator()(rules::Cover& kind) const {
    return {{"grace", &kind.grace, "a case with a gap no longer than `grace`"}};
  }
  List operator()(rules::Frequency& kind) const {
    return {{"first_within", &kind.first_within,
             "a case in which the first event is due earlier or later than the others"},
            {"tolerance", &kind.tolerance, "a case late by no more than `tolerance`"}};
  }
  List operator()(rules::Limit& kind) const {
    if (kind.at_most == nullptr || kind.at_least == nullptr) return {};
    return {{"at_most", &kind.at_most, "a case with more than `at_most`"},
            {"at_least", &kind.at_least, "a case with fewer than `at_least`"}};
  }
  List operator()(rules::Deadline& kind) const {
    return {{"counts_from", &kind.counts_from, "a case with a response before the trigger"},
            {"times", &kind.times, "a case with one response in time, and fewer than `times`"},
            {"until", &kind.until, "a case that is released before it is due"}};
  }
  List operator()(rules::Unique& kind) const {
    return {{"while", &kind.while_, "a case with equal keys at different times"}};
  }
  template <typename Other>
  List operator()(Other&) const {
    return {};
  }
};

Change without(const std::string& key, const char* missing_case, const rules::NodePtr& expression,
               const Maker& maker) {
  Change change;
  change.place = key;
  change.where = maker.original().key(key);
  change.before = fmt::format("{}: {}", key, maker.original().text(*expression));
  change.words = fmt::format("without `{}`", key);
  change.missing_case = missing_case;
  return change;
}

/// `weight` and `unit` stand with what is counted.
void drop_of_elements(NodePtr rules::Elements::*part, const char* key, const char* missing_case,
                      Maker& maker) {
  const auto* limit = std::get_if<rules::Limit>(&maker.original().rule.kind);
  if (limit == nullptr || limit->count.front().*part == nullptr) return;
  const Change change = without(key, missing_case, limit->count.front().*part, maker);
  maker.change_rule(
      [&](rules::Rule& rule) {
        for (rules::Elements& elements : std::get<rules::Limit>(rule.kind).count) {
          elements.*part = nullptr;
        }
      },
      change);
}

void drop_phase_tolerance(Maker& maker) {
  const auto* frequency = std::get_if<rules::Frequency>(&maker.original().rule.kind);
  if (frequency == nullptr) return;
  for (std::size_t p = 0; p < frequency->phases.size(); ++p) {
    const NodePtr& tolerance = frequency->phases[p].tolerance;
    if (tolerance == nullptr) continue;
    Change change =
        without("tolerance", "a case late by no more than `tolerance`", tolerance, maker);
    change.place = fmt::format("phase {} tolerance", p + 1);
    change.where = maker.original().location(tolerance->span);
    maker.change_rule(
        [&](rules::Rule& rule) {
          std::get<rules::Frequency>(rule.kind).phases[p].tolerance = nullptr;
        },
        std::move(change));
  }
}

}  // namespace

void change_options(Maker& maker) {
  rules::Rule shown = maker.original().rule;
  const auto options = std::visit(OptionsOf{}, shown.kind);
  for (std::size_t i = 0; i < options.size(); ++i) {
    const Option& option = options[i];
    if (*option.expression == nullptr) continue;
    maker.change_rule(
        [i](rules::Rule& rule) { *std::visit(OptionsOf{}, rule.kind)[i].expression = nullptr; },
        without(option.key, option.missing_case, *option.expression, maker));
  }
  drop_of_elements(&rules::Elements::weight, "weight",
                   "a case in which what is counted does not weigh 1", maker);
  drop_of_elements(&rules::Elements::unit, "unit", "a case in which two elements are one unit",
                   maker);
  drop_phase_tolerance(maker);
}

}  // namespace remit::mutation
