#pragma once

#include <string>
#include <string_view>

namespace remit::lang::check {

/// What to write in place of a name of another language (`NULL`, `today`); empty where the name
/// is not known from one. Capitals make no difference.
std::string foreign_name_help(std::string_view name);

/// The same for a function of SQL, Python or a spreadsheet (`DATEDIF(...)`, `len(...)`).
std::string foreign_function_help(std::string_view name);

}  // namespace remit::lang::check
