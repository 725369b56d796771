#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/source.h"

namespace remit::text {

enum class Severity { kError, kWarning };

/// A second place that a diagnostic speaks of, such as the first of two equal keys.
struct Note {
  std::string message;
  Location where;
};

/// One thing wrong (or doubtful) in something that the user wrote. Messages are lower case,
/// without a full stop; the user's own words stand in backticks; `help` says what to do.
struct Diagnostic {
  Severity severity = Severity::kError;
  std::string code;  ///< stable, in kebab case: `unknown-key`
  std::string message;
  Location where;
  std::string help;
  std::vector<Note> notes;
};

/// The sink that every step writes to. Nothing but `cli` prints what is in it.
class Diagnostics {
 public:
  /// Adds a diagnostic; the same message at the same place is kept once.
  Diagnostic& add(Diagnostic diagnostic);
  Diagnostic& error(std::string_view code, const Location& where, std::string message,
                    std::string help = {});
  Diagnostic& warning(std::string_view code, const Location& where, std::string message,
                      std::string help = {});

  bool has_errors() const { return errors_ > 0; }
  std::size_t errors() const { return errors_; }
  const std::vector<Diagnostic>& all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
  std::unordered_multimap<std::size_t, std::size_t> known_;  ///< hash to index in all_
  std::size_t errors_ = 0;
};

}  // namespace remit::text
