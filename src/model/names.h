#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "text/diagnostic.h"
#include "yaml/mapping.h"

namespace remit::model {

/// Whether the rule language can write the name bare: a letter or `_`, then letters, digits, `_`.
bool is_plain_name(std::string_view name);
/// Whether the word is one of the rule language's own.
bool is_reserved(std::string_view name);

/// How a name is used in rules, which decides what it may look like.
enum class NameUse {
  kBare,      ///< by itself (tables, entities): a plain name that is not reserved
  kAfterDot,  ///< behind a dot, without back quotes (relations): a plain name
  kQuotable,  ///< behind a dot, if need be in back quotes (fields, periods): any text
};

/// Checks how a name is spelled; `what` says what it names. False after an error.
bool check_name(const std::string& name, NameUse use, std::string_view what,
                const text::Location& where, text::Diagnostics& diagnostics);

/// The names given so far in one name space, each with its place and what it is.
class NameSpace {
 public:
  /// Adds a name; an error with a note where it is taken, and false.
  bool add(const std::string& name, std::string what, const text::Location& where,
           text::Diagnostics& diagnostics);

 private:
  struct Known {
    std::string what;
    text::Location where;
  };
  std::map<std::string, Known> known_;
};

/// The place of the value of a key, or of the key itself, or of the mapping.
text::Location value_where(yaml::Mapping& mapping, std::string_view key);

}  // namespace remit::model
