#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lang/environment.h"
#include "model/model.h"
#include "value/value.h"

// Names and values as people say them.
namespace remit::prose {

/// A name with blanks for underscores: `team_manager` is `team manager`.
std::string spoken(std::string_view name);
/// `15 December 2023`.
std::string spoken(value::Date date);
/// A value that is written out; a code as a word, any other text in quotation marks.
std::string spoken(const value::Value& value);
/// What people call a field: its title, else its name; a date `started_on` is the `started date`.
std::string spoken(const model::Field& field);

/// The rows of a table in the plural: its title, else its name.
std::string spoken(const model::Table& table);

/// `“x”`.
std::string quoted(std::string_view text);
/// `a, b or c`.
std::string joined(const std::vector<std::string>& items, std::string_view last_word);
/// `first`, `second`, ..., `tenth`, `11th`.
std::string ordinal(std::size_t number);
/// A number with its unit: `1 day` of `1` and `days`.
std::string counted(const std::string& number, const std::string& unit);
/// The first letter large.
std::string capital(std::string text);
/// `the worker's`.
std::string possessive(std::string_view phrase);

/// The values with their dates: `a, b or c (from 1 January 2024)`.
std::string spoken(const std::vector<lang::Dated>& values, std::string_view last_word);
/// ` from 1 January 2024 to 31 March 2024`; empty for always.
std::string in_force(const std::optional<value::Date>& from, const std::optional<value::Date>& to);

}  // namespace remit::prose
