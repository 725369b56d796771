#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <simdjson.h>

#include "baseline/run.h"

// The members of a line of NDJSON. What is missing or has another form throws Malformed.
namespace remit::baseline {

using Object = simdjson::dom::object;
using Element = simdjson::dom::element;

/// In a sentence: "`subject` is missing".
struct Malformed {
  std::string what;
};

Element member(const Object& object, std::string_view name);
std::string_view text_of(const Object& object, std::string_view name);
Object object_of(const Object& object, std::string_view name);
value::Date date_of(const Object& object, std::string_view name);
/// Nothing for null.
std::optional<value::Date> optional_date(const Object& object, std::string_view name);
std::optional<value::Period> optional_period(const Object& object, std::string_view name);
rules::Verdict verdict_of(std::string_view word);
rules::Severity severity_of(const Object& object);

/// What the line says of the finding itself; `as_of` is left open.
findings::Former former_of(const Object& object);

/// What is on a line besides the names that a run keeps once: `rule` and the subject's `entity`.
Entry entry_of(const Object& object);

}  // namespace remit::baseline
