#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "mutation/original.h"

namespace remit::mutation {

/// Where a word or an operator stands between two operands; nothing where the text cannot be read
/// there, since the file writes it with escapes.
std::optional<text::Span> find_between(const Original& original, text::Span left, text::Span right,
                                       std::string_view word);
/// Where the word stands with which an expression begins.
text::Span first_word(const Original& original, const lang::typed::Node& node);
/// Where the key word stands that comes before an expression, such as its `where`.
std::optional<text::Span> word_before(const Original& original, text::Span span,
                                      std::string_view word);

/// The text of an expression with another one in the place of a stretch of it.
std::string with_replaced(const Original& original, const lang::typed::Node& node,
                          text::Span stretch, std::string_view text);

/// The case that would notice that the bound under this key moved by so many days or units:
/// "a case in which ...". Other places get a general one.
std::string case_at_bound(const std::string& place, std::int64_t moved);

/// `phase 2 every` is the key `every`.
std::string key_of(const std::string& place);

}  // namespace remit::mutation
