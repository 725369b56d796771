#include <cmath>

#include "mutation/changes.h"
#include "mutation/words.h"

namespace remit::mutation {
namespace {

namespace typed = lang::typed;

/// The least that a key takes.
std::int64_t least(const std::string& place) {
  const std::string key = key_of(place);
  if (key == "times") return 1;
  return 0;
}

/// Codes in a list, and the digits that a text is cut by, are no bounds.
bool is_bound(const Site& site) {
  if (site.parent == nullptr) return true;
  if (std::holds_alternative<typed::ListOf>(site.parent->kind)) return false;
  const auto* call = std::get_if<typed::BuiltinCall>(&site.parent->kind);
  return call == nullptr ||
         (call->function != lang::Builtin::kSubstring && call->function != lang::Builtin::kRound);
}

void step(const Site& site, double by, const value::Value& value, Maker& maker) {
  const std::string text = value::to_string(value);
  Change change = maker.edited(site, site.node->span, text, site.node->span, text);
  change.missing_case = case_at_bound(site.place, by > 0 ? 1 : -1);
  maker.replace(site, with_kind(*site.node, typed::Constant{value}), std::move(change));
}

/// One in the last place that is written.
double last_place(const std::string& text) {
  const std::size_t point = text.find('.');
  return point == std::string::npos ? 1.0
                                    : std::pow(10.0, -static_cast<double>(text.size() - point - 1));
}

}  // namespace

void change_number(const Site& site, Maker& maker) {
  const auto* constant = std::get_if<typed::Constant>(&site.node->kind);
  if (constant == nullptr || !is_bound(site)) return;
  const bool alone = site.parent == nullptr;
  if (const auto* integer = std::get_if<std::int64_t>(&constant->value.data)) {
    for (const std::int64_t by : {1, -1}) {
      if (alone && *integer + by < least(site.place)) continue;
      if (*integer + by < 0) continue;  // a sign is an operator of its own
      step(site, static_cast<double>(by), {*integer + by}, maker);
    }
  } else if (const auto* number = std::get_if<double>(&constant->value.data)) {
    const double place = last_place(maker.original().text(*site.node));
    for (const double by : {place, -place}) {
      const double moved = std::round((*number + by) / place) * place;
      if (moved >= 0) step(site, by, {moved}, maker);
    }
  }
}

}  // namespace remit::mutation
