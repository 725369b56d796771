#include "baseline/line.h"

#include <charconv>

#include <fmt/format.h>

#include "findings/verdict.h"

namespace remit::baseline {
namespace {

using findings::State;

std::uint64_t hexadecimal(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) {
    throw Malformed{"`fingerprint` is not one"};
  }
  return number;
}

findings::Fingerprint fingerprint_of(const Object& object) {
  constexpr std::size_t kHalf = 16;
  const std::string_view text = text_of(object, "fingerprint");
  if (text.size() != 2 * kHalf) throw Malformed{"`fingerprint` is not one"};
  return {hexadecimal(text.substr(0, kHalf)), hexadecimal(text.substr(kHalf))};
}

value::Date date_in(std::string_view text, std::string_view name) {
  if (const auto date = value::parse_date(text)) return *date;
  throw Malformed{fmt::format("`{}` is no date, YYYY-MM-DD", name)};
}

/// Of a line of a run that had a baseline itself.
void read_history(const Object& history, Entry& entry) {
  const auto state = findings::state_of(text_of(history, "state"));
  if (!state) throw Malformed{"there is no such `state`"};
  entry.state = *state;
  entry.first_seen = date_of(history, "first_seen");
  if (*state != State::kFixed && *state != State::kNotJudged) return;
  const Object former = object_of(history, "former");
  entry.former = former_of(former);
  entry.former.as_of = date_of(former, "as_of");
  entry.fixed_on = optional_date(history, "fixed_on");
  if (*state == State::kFixed && !entry.fixed_on) throw Malformed{"`fixed_on` is missing"};
}

}  // namespace

Element member(const Object& object, std::string_view name) {
  Element element;
  if (object.at_key(name).get(element) != simdjson::SUCCESS) {
    throw Malformed{fmt::format("`{}` is missing", name)};
  }
  return element;
}

std::string_view text_of(const Object& object, std::string_view name) {
  std::string_view text;
  if (member(object, name).get(text) == simdjson::SUCCESS) return text;
  throw Malformed{fmt::format("`{}` is no text", name)};
}

Object object_of(const Object& object, std::string_view name) {
  Object inner;
  if (member(object, name).get(inner) == simdjson::SUCCESS) return inner;
  throw Malformed{fmt::format("`{}` is no object", name)};
}

value::Date date_of(const Object& object, std::string_view name) {
  return date_in(text_of(object, name), name);
}

std::optional<value::Date> optional_date(const Object& object, std::string_view name) {
  if (member(object, name).is_null()) return std::nullopt;
  return date_of(object, name);
}

std::optional<value::Period> optional_period(const Object& object, std::string_view name) {
  if (member(object, name).is_null()) return std::nullopt;
  const Object period = object_of(object, name);
  const value::Date from = date_of(period, "from");
  return value::make_period(from, optional_date(period, "to").value_or(value::kOpen));
}

rules::Verdict verdict_of(std::string_view word) {
  if (const auto verdict = findings::verdict_of(word)) return *verdict;
  throw Malformed{fmt::format("there is no verdict `{}`", word)};
}

rules::Severity severity_of(const Object& object) {
  const std::string_view word = text_of(object, "severity");
  if (const auto severity = findings::severity_of(word)) return *severity;
  throw Malformed{fmt::format("there is no severity `{}`", word)};
}

findings::Former former_of(const Object& object) {
  findings::Former former;
  former.verdict = verdict_of(text_of(object, "verdict"));
  former.severity = severity_of(object);
  former.period = optional_period(object, "period");
  former.due = optional_date(object, "due");
  return former;
}

Entry entry_of(const Object& object) {
  Entry entry;
  entry.key = text_of(object_of(object, "subject"), "key");
  entry.fingerprint = fingerprint_of(object);
  Object history;
  if (object.at_key("history").get(history) == simdjson::SUCCESS) read_history(history, entry);
  if (entry.state == State::kFixed || entry.state == State::kNotJudged) {
    entry.why = text_of(object, "message");
  } else {
    entry.former = former_of(object);
  }
  return entry;
}

}  // namespace remit::baseline
