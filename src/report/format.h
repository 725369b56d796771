#pragma once

#include <array>
#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/background.h"
#include "findings/finding.h"
#include "findings/selection.h"

namespace remit::report {

/// How a report is to look. Formats for machines heed the selection only (Markdown the limit too).
struct Options {
  findings::Selection selection;
  std::size_t width = 100;  ///< of the terminal, in columns
  bool colour = false;
  std::size_t limit = 0;  ///< how many findings of a rule are listed; 0 lists all
  std::string version;    ///< of the program that writes
  /// What HTML tells besides: rules in sentences, timelines. Null where nobody read it.
  const findings::Background* background = nullptr;
};

/// A way to write an audit. Findings of a format for machines leave no room beside them: the
/// counts go elsewhere.
struct Format {
  std::string_view name;
  std::string_view about;
  std::array<std::string_view, 2> endings;  ///< of files in it, with the dot; unused ones are empty
  bool for_people;
  bool places;      ///< it says in which line of the export a subject stands
  bool background;  ///< it tells Options::background
  void (*write)(const findings::Audit& audit, const Options& options, std::ostream& out);
};

std::span<const Format> formats();
const Format* find_format(std::string_view name);
std::vector<std::string> format_names();

// One a file.
void write_text(const findings::Audit& audit, const Options& options, std::ostream& out);
void write_ndjson(const findings::Audit& audit, const Options& options, std::ostream& out);
void write_json(const findings::Audit& audit, const Options& options, std::ostream& out);
void write_sarif(const findings::Audit& audit, const Options& options, std::ostream& out);
void write_junit(const findings::Audit& audit, const Options& options, std::ostream& out);
void write_csv(const findings::Audit& audit, const Options& options, std::ostream& out);
void write_xlsx(const findings::Audit& audit, const Options& options, std::ostream& out);
void write_markdown(const findings::Audit& audit, const Options& options, std::ostream& out);
void write_html(const findings::Audit& audit, const Options& options, std::ostream& out);
void write_github(const findings::Audit& audit, const Options& options, std::ostream& out);

/// The counts alone, as people read them: rules, what was vacuous or not run, and the data.
void write_counts(const findings::Audit& audit, const Options& options, std::ostream& out);
/// The counts alone, as one JSON object (schemas/summary.schema.json).
void write_summary_json(const findings::Audit& audit, std::ostream& out);

}  // namespace remit::report
