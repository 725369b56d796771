#pragma once

#include <optional>
#include <vector>

#include "lang/expression.h"
#include "text/diagnostic.h"

// The only way into the grammar (language reference, section 3). Each reports what is wrong, with
// its place and what to do, and then gives nothing: deep nesting (over 100 levels), literals that
// fit no type, impossible dates, reserved words as names, chained comparisons, characters outside
// the language.
namespace remit::lang {

ExpressionPtr parse_expression(const text::Excerpt& excerpt, text::Diagnostics& diagnostics);
std::optional<Comprehension> parse_comprehension(const text::Excerpt& excerpt,
                                                 text::Diagnostics& diagnostics);
/// The bindings of a rule's `for`.
std::vector<Binding> parse_bindings(const text::Excerpt& excerpt, text::Diagnostics& diagnostics);

/// Whether a word can stand as a bare name (and is not reserved).
bool is_name(std::string_view word);
const std::vector<std::string>& reserved_words();

}  // namespace remit::lang
