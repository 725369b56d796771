#pragma once

#include <string>

#include "text/diagnostic.h"
#include "yaml/node.h"

namespace remit::rules {

/// Reports a key that cannot be used as a name in expressions.
void check_name(const yaml::Entry& entry, const std::string& what, text::Diagnostics& diagnostics);

/// Reports a rule id, or the name of a line of `reserve`, with a spelling that would not survive a
/// command line or a spreadsheet. Answers whether it is fine.
bool check_id(const std::string& id, const text::Location& where, const std::string& what,
              text::Diagnostics& diagnostics);

}  // namespace remit::rules
