#pragma once

#include <functional>
#include <string>

namespace remit::privacy {

/// A finding of a rule of the kind `unique` names those that it clashes with after its message.
/// Puts others in the place of these keys.
void rename_rivals(const std::function<std::string(const std::string&)>& rename,
                   std::string& message);

}  // namespace remit::privacy
