#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "rules/ruleset.h"
#include "value/calendar.h"
#include "yaml/node.h"

namespace remit::rules {

/// Reads a working-day calendar from YAML. Every mistake is a diagnostic with its place; nothing
/// where there was any.
std::optional<value::Calendar> load_calendar(text::SourcePtr file, text::Diagnostics& diagnostics);

/// The calendars that rule sets name, each read once.
class Calendars {
 public:
  Calendars(const LoadOptions& options, const FileReader& reader, text::Diagnostics& diagnostics)
      : options_(options), reader_(reader), diagnostics_(diagnostics) {}

  /// The calendar that a rule set's `calendar` means. Where it cannot be had, the error is
  /// reported and a calendar comes back all the same, so that nobody complains that there is none.
  std::shared_ptr<const value::Calendar> get(const yaml::Node& reference, const std::string& from);

 private:
  std::shared_ptr<const value::Calendar> read(const yaml::Node& reference, const std::string& name,
                                              const std::string& from);

  const LoadOptions& options_;
  const FileReader& reader_;
  text::Diagnostics& diagnostics_;
  std::map<std::string, std::shared_ptr<const value::Calendar>> loaded_;
};

}  // namespace remit::rules
