#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "findings/window.h"
#include "rules/outcome.h"
#include "rules/rule.h"
#include "text/diagnostic.h"

// The values of options, out of the words that were typed. What is wrong is an error that names
// the option, and then there is nothing.
namespace remit::cli {

std::optional<value::Date> read_date(const std::string& option, const std::string& text,
                                     text::Diagnostics& diagnostics);
/// `FROM..TO`, both inclusive; one of them can be left out.
std::optional<findings::Window> read_window(const std::string& text,
                                            text::Diagnostics& diagnostics);
std::optional<rules::Severity> read_severity(const std::string& option, const std::string& text,
                                             text::Diagnostics& diagnostics);
/// The six words, and `all`.
std::vector<std::string> verdict_choices();
std::vector<rules::Verdict> read_verdicts(const std::vector<std::string>& words,
                                          text::Diagnostics& diagnostics);
/// `name=value`, each.
std::map<std::string, std::string> read_assignments(const std::vector<std::string>& texts,
                                                    text::Diagnostics& diagnostics);
/// `resource=date`, each, or a resource alone: complete from the first day on.
std::map<std::string, value::Date> read_complete(const std::vector<std::string>& texts,
                                                 text::Diagnostics& diagnostics);
/// A whole number.
std::optional<std::size_t> read_count(const std::string& option, const std::string& text,
                                      text::Diagnostics& diagnostics);
/// A number from 0 to 100, with or without a percent sign.
std::optional<double> read_percent(const std::string& option, const std::string& text,
                                   text::Diagnostics& diagnostics);
/// The index of a word among those that the option takes.
std::optional<std::size_t> read_word(const std::string& option, const std::string& text,
                                     const std::vector<std::string>& words,
                                     text::Diagnostics& diagnostics);

}  // namespace remit::cli
