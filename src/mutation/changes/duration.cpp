#include <fmt/format.h>

#include "mutation/changes.h"
#include "mutation/words.h"

namespace remit::mutation {
namespace {

namespace typed = lang::typed;
using typed::ArithmeticOperator;
using value::DurationFamily;
using value::Kind;

value::Type days_type() {
  value::Type type = value::type(Kind::kDuration);
  type.family = DurationFamily::kDays;
  return type;
}

/// The least number of days that a place takes.
std::int64_t least(const Site& site) {
  const std::string key = key_of(site.place);
  if (site.parent != nullptr) return 0;
  return key == "every" || key == "until" || key == "per" ? 1 : 0;
}

std::string day_word(const typed::Node& node, std::int64_t by) {
  if (node.type.kind == Kind::kDate) return by > 0 ? "one day later" : "one day earlier";
  return by > 0 ? "and a day" : "less a day";
}

/// Whether the expression is one side of an integer times a duration: the bound is the product.
bool is_factor(const Site& site) {
  const auto* arithmetic =
      site.parent == nullptr ? nullptr : std::get_if<typed::Arithmetic>(&site.parent->kind);
  return arithmetic != nullptr && arithmetic->op == ArithmeticOperator::kMultiply;
}

void step_constant(const Site& site, const value::Duration& duration, std::int64_t by,
                   Maker& maker) {
  const value::Duration moved{duration.count + by, duration.family};
  if (moved.count < least(site)) return;
  const std::string text = value::to_string(moved);
  Change change = maker.edited(site, site.node->span, text, site.node->span, text);
  change.missing_case = case_at_bound(site.place, by);
  maker.replace(site, with_kind(*site.node, typed::Constant{{moved}}), std::move(change));
}

/// A sum with one day more or less.
rules::NodePtr moved_by_day(const typed::Node& node, std::int64_t by) {
  const auto day = make_node(node, days_type(), typed::Constant{{value::Duration{1}}});
  const auto op = by > 0 ? ArithmeticOperator::kAdd : ArithmeticOperator::kSubtract;
  return with_kind(node, typed::Arithmetic{op, same(node), day});
}

void step_sum(const Site& site, std::int64_t by, Maker& maker) {
  const std::string text =
      fmt::format("({} {} 1 day)", maker.original().text(*site.node), by > 0 ? '+' : '-');
  Change change = maker.edited(site, site.node->span, text, site.node->span, text);
  change.words = fmt::format("`{}` {}", on_one_line(change.before), day_word(*site.node, by));
  change.missing_case = case_at_bound(site.place, by);
  maker.replace(site, moved_by_day(*site.node, by), std::move(change));
}

/// An interval in months that is not a constant of days: the tolerance of its phase gives the day.
void step_interval(const Site& site, std::int64_t by, Maker& maker) {
  const auto* frequency = std::get_if<rules::Frequency>(&maker.original().rule.kind);
  if (frequency == nullptr || frequency->tolerance != nullptr) return;
  for (std::size_t p = 0; p < frequency->phases.size(); ++p) {
    const rules::Phase& phase = frequency->phases[p];
    if (phase.every.get() != site.node || phase.tolerance != nullptr) continue;
    Change change = maker.edited(site, site.node->span, "", {}, "");
    change.edit.reset();
    change.after = fmt::format("{} {}", on_one_line(change.before), day_word(*site.node, by));
    change.words = fmt::format("`{}` {}", on_one_line(change.before), day_word(*site.node, by));
    change.missing_case = case_at_bound(site.place, by);
    const auto day = make_node(*site.node, days_type(), typed::Constant{{value::Duration{by}}});
    maker.change_rule(
        [&](rules::Rule& rule) { std::get<rules::Frequency>(rule.kind).phases[p].tolerance = day; },
        std::move(change));
  }
}

/// A deadline in months is a date as well: the trigger and the months, and a day.
void step_deadline(const Site& site, std::int64_t by, Maker& maker) {
  const auto* deadline = std::get_if<rules::Deadline>(&maker.original().rule.kind);
  if (deadline == nullptr || deadline->within.get() != site.node) return;
  const typed::Node& trigger = *deadline->trigger;
  const auto due =
      make_node(*site.node, trigger.type,
                typed::Arithmetic{ArithmeticOperator::kAdd, deadline->trigger, deadline->within});
  const std::string text = fmt::format("{} + {} {} 1 day", maker.original().text(trigger),
                                       maker.original().text(*site.node), by > 0 ? '+' : '-');
  Change change = maker.edited(site, site.node->span, text, site.node->span, text);
  change.words = fmt::format("`{}` {}", on_one_line(change.before), day_word(*site.node, by));
  change.missing_case = case_at_bound(site.place, by);
  maker.replace(site, moved_by_day(*due, by), std::move(change));
}

/// Whether the node is a date moved by a constant number of months, which has no constant of days
/// to change.
bool is_moved_by_months(const typed::Node& node) {
  const auto* sum = std::get_if<typed::Arithmetic>(&node.kind);
  if (sum == nullptr || node.type.kind != Kind::kDate) return false;
  const typed::NodePtr& moved = sum->left->type.kind == Kind::kDuration ? sum->left : sum->right;
  return moved->type.family == DurationFamily::kMonths;
}

/// A duration of days that is worked out: `n * 1 day`.
bool is_product_of_days(const typed::Node& node) {
  const auto* product = std::get_if<typed::Arithmetic>(&node.kind);
  if (product == nullptr || product->op != ArithmeticOperator::kMultiply) return false;
  if (node.type.kind != Kind::kDuration || node.type.family != DurationFamily::kDays) return false;
  for (const typed::NodePtr& side : {product->left, product->right}) {
    const bool plain = std::holds_alternative<typed::Constant>(side->kind) ||
                       std::holds_alternative<typed::ParameterUse>(side->kind);
    if (side->type.kind == Kind::kInteger && plain) return false;  // moved by its own changes
  }
  return true;
}

}  // namespace

void change_duration(const Site& site, Maker& maker) {
  const auto* constant = std::get_if<typed::Constant>(&site.node->kind);
  const auto* duration =
      constant == nullptr ? nullptr : std::get_if<value::Duration>(&constant->value.data);
  const bool months = site.node->type.family == DurationFamily::kMonths;
  for (const std::int64_t by : {1, -1}) {
    if (duration != nullptr && !months && !is_factor(site)) {
      step_constant(site, *duration, by, maker);
    } else if (duration != nullptr && months) {
      step_interval(site, by, maker);
      step_deadline(site, by, maker);
    } else if (is_moved_by_months(*site.node) || is_product_of_days(*site.node)) {
      step_sum(site, by, maker);
    }
  }
}

}  // namespace remit::mutation
