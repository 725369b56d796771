#include "lint/truth/domain.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace remit::lint {
namespace {

/// Up to here a double tells all integers apart.
constexpr double kExact = 9007199254740992.0;

void pin(Domain& domain, double number) {
  if (std::abs(number) >= kExact) return;
  domain.low = number;
  domain.high = number;
}

struct Filler {
  Domain& domain;

  void operator()(const value::Missing&) const { domain.can_be_present = false; }
  void operator()(bool truth) const { domain.among = {truth ? "true" : "false"}; }
  void operator()(std::int64_t number) const { pin(domain, static_cast<double>(number)); }
  void operator()(double number) const { pin(domain, number); }
  void operator()(const std::string& text) const { domain.among = {text}; }
  void operator()(const value::Date& date) const { pin(domain, date.days); }
  void operator()(const value::Duration& duration) const {
    pin(domain, static_cast<double>(duration.count));
  }
  void operator()(const value::Period&) const {}
  void operator()(const value::Row&) const {}
  void operator()(const std::shared_ptr<const value::List>&) const {}
};

std::set<std::string> common(const std::set<std::string>& left,
                             const std::set<std::string>& right) {
  std::set<std::string> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::inserter(both, both.end()));
  return both;
}

void raise_low(Domain& domain, const Domain& other) {
  if (other.low < domain.low) return;
  domain.low_open = other.low_open || (other.low == domain.low && domain.low_open);
  domain.low = other.low;
}

void lower_high(Domain& domain, const Domain& other) {
  if (other.high > domain.high) return;
  domain.high_open = other.high_open || (other.high == domain.high && domain.high_open);
  domain.high = other.high;
}

std::string shown(double number, const value::Type& type) {
  if (type.kind == value::Kind::kDate) {
    return value::to_string(value::Date{static_cast<std::int32_t>(number)});
  }
  if (type.kind == value::Kind::kDuration && type.family) {
    return value::to_string(value::Duration{static_cast<std::int64_t>(number), *type.family});
  }
  return value::to_string(number);
}

std::string describe_texts(const Domain& domain) {
  constexpr std::size_t kMost = 8;
  if (!domain.among) return "";
  std::string text;
  std::size_t count = 0;
  for (const std::string& each : *domain.among) {
    if (count++ == kMost) return text + ", ...";
    if (!text.empty()) text += count == domain.among->size() ? " or " : ", ";
    text += fmt::format("`{}`", each);
  }
  return text;
}

std::string describe_interval(const Domain& domain, const value::Type& type) {
  if (domain.low == domain.high) return shown(domain.low, type);
  std::string text;
  if (std::isfinite(domain.low)) {
    text =
        fmt::format("{} {}", domain.low_open ? "more than" : "at least", shown(domain.low, type));
  }
  if (std::isfinite(domain.high)) {
    text += fmt::format("{}{} {}", text.empty() ? "" : " and ",
                        domain.high_open ? "less than" : "at most", shown(domain.high, type));
  }
  return text;
}

}  // namespace

std::optional<double> Domain::single() const {
  if (low != high || low_open || high_open) return std::nullopt;
  return low;
}

bool is_ordered(const value::Type& type) {
  switch (type.kind) {
    case value::Kind::kInteger:
    case value::Kind::kNumber:
    case value::Kind::kDate:
      return true;
    case value::Kind::kDuration:
      return type.family.has_value();
    default:
      return false;
  }
}

bool is_text(const value::Type& type) {
  return type.kind == value::Kind::kString || type.kind == value::Kind::kBoolean;
}

Domain domain_of(const value::Value& value) {
  Domain domain;
  domain.can_be_missing = value.is_missing();
  domain.written = true;
  std::visit(Filler{domain}, value.data);
  return domain;
}

Domain missing_only() {
  Domain domain;
  domain.can_be_present = false;
  return domain;
}

void settle(Domain& domain) {
  const bool no_number = domain.low > domain.high ||
                         (domain.low == domain.high && (domain.low_open || domain.high_open));
  const bool no_text = domain.among && domain.among->empty();
  if (no_number || no_text) domain.can_be_present = false;
}

void exclude(Domain& domain, const std::string& text) {
  if (domain.among) {
    domain.among->erase(text);
  } else {
    domain.without.insert(text);
  }
  settle(domain);
}

Domain meet(const Domain& left, const Domain& right) {
  Domain both = left;
  both.can_be_missing = left.can_be_missing && right.can_be_missing;
  both.can_be_present = left.can_be_present && right.can_be_present;
  raise_low(both, right);
  lower_high(both, right);
  both.without.insert(right.without.begin(), right.without.end());
  if (left.among && right.among) {
    both.among = common(*left.among, *right.among);
  } else if (right.among) {
    both.among = right.among;
  }
  if (both.among) {
    for (const std::string& text : both.without) both.among->erase(text);
  }
  both.parameters.insert(right.parameters.begin(), right.parameters.end());
  settle(both);
  return both;
}

Domain join(const Domain& left, const Domain& right) {
  if (left.impossible()) return right;
  if (right.impossible()) return left;
  Domain either;
  either.can_be_missing = left.can_be_missing || right.can_be_missing;
  either.can_be_present = left.can_be_present || right.can_be_present;
  either.written = left.written && right.written;
  either.parameters = left.parameters;
  either.parameters.insert(right.parameters.begin(), right.parameters.end());
  if (!left.can_be_present || !right.can_be_present) {
    const Domain& present = left.can_be_present ? left : right;
    either.low = present.low;
    either.high = present.high;
    either.low_open = present.low_open;
    either.high_open = present.high_open;
    either.among = present.among;
    either.without = present.without;
    return either;
  }
  const Domain& lower =
      left.low < right.low || (left.low == right.low && !left.low_open) ? left : right;
  const Domain& upper =
      left.high > right.high || (left.high == right.high && !left.high_open) ? left : right;
  either.low = lower.low;
  either.low_open = lower.low_open;
  either.high = upper.high;
  either.high_open = upper.high_open;
  if (left.among && right.among) {
    either.among = left.among;
    either.among->insert(right.among->begin(), right.among->end());
  }
  if (!left.among && !right.among) either.without = common(left.without, right.without);
  return either;
}

std::string describe(const Domain& domain, const value::Type& type) {
  if (!domain.can_be_present) return "missing";
  if (is_text(type)) return describe_texts(domain);
  return is_ordered(type) ? describe_interval(domain, type) : "";
}

}  // namespace remit::lint
