#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "findings/background.h"
#include "findings/finding.h"
#include "text/diagnostic.h"
#include "value/date.h"

// The library in one call: rules and data in, findings out. It prints nothing, reads no clock and
// no environment, and keeps nothing between two calls.
//
//   remit::Request request;
//   request.rules = {"rules/england-children"};
//   request.data = "export";
//   request.as_of = remit::value::parse_date("2026-09-30").value();
//   remit::text::Diagnostics diagnostics;
//   const remit::AuditResult result = remit::audit(request, diagnostics);
//   if (result.audit) {
//     for (const remit::findings::Finding& finding : result.audit->findings) ...
//   }
namespace remit {

/// What to audit, and by which rules.
struct Request {
  /// Rule set files, folders of them, or names of packs under `home`.
  std::vector<std::string> rules;
  /// A folder of CSV files, named after the tables of the model.
  std::string data;
  /// Everything is judged as it stood at the end of this day.
  value::Date as_of;
  /// Where the models, calendars and packs are found that rule sets name; may be empty.
  std::string home;
  /// Values of parameters, as text, over those of the rule sets.
  std::map<std::string, std::string> parameters;
  /// By resource, the day from which on its rows are complete (value::kFirstDate: all that there
  /// ever were are there). Days before it are unknown to rules that read the resource; an empty
  /// resource that is not among these proves nothing by what is not in it.
  std::map<std::string, value::Date> complete;
  /// Ids of the rules to evaluate; empty for all. A table of reserved tasks is meant with all its
  /// lines.
  std::vector<std::string> only;
  /// Verdicts that are wanted as findings. Violations, unknowns and dues come in any case.
  std::vector<rules::Verdict> verdicts;
  /// Keeps the findings that meet these days.
  std::optional<findings::Window> window;
  /// Files of waivers. A violation that one covers is `waived`: still judged, listed and counted,
  /// but no breach.
  std::vector<std::string> waivers;
  /// Whether the values of fields that the model marks `personal` stand in findings and
  /// explanations; left out, `[personal]` stands for them.
  bool show_personal = false;
  /// The key (privacy::read_key_file) by which pseudonyms stand for ids; nothing for ids as they
  /// are.
  std::optional<std::string> pseudonym_key;
  /// What an earlier run wrote as NDJSON: each finding then says what has become of it since, and
  /// those that are there no more are in Audit::past. Empty for none.
  std::string baseline;
  /// Whether findings say in which line of the export their subjects stand.
  bool places = false;
  /// Whether the rules in sentences, and what the data say of the cases, workers and teams that
  /// findings concern, are told too.
  bool background = false;
  /// On how many threads the work is done; 0: as many as the machine has. The result is the same.
  std::size_t threads = 0;
  /// Called after each rule with the number done and the number of all: from whichever thread, but
  /// never twice at a time.
  std::function<void(std::size_t, std::size_t)> progress;
};

/// What stopped an audit.
enum class Obstacle {
  kNone,
  kRules,  ///< the rule set, its model, a waiver, the baseline or what was asked is wrong
  kData,   ///< the data could not be read
};

struct AuditResult {
  std::optional<findings::Audit> audit;  ///< nothing where there was an obstacle
  Obstacle obstacle = Obstacle::kNone;
  /// Only where it was asked for. It holds on to the data.
  std::shared_ptr<const findings::Background> background{};
};

/// Loads the rules, reads the data, evaluates. What is wrong with rules or request, and data that
/// cannot be read, are in `diagnostics`; what is wrong in the data is part of the audit.
AuditResult audit(const Request& request, text::Diagnostics& diagnostics);

}  // namespace remit
