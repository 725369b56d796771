#pragma once

#include <array>
#include <cstddef>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"
#include "remit/advise.h"
#include "report/format.h"
#include "value/date.h"
#include "value/duration.h"

// What has to happen, until when, and who has it in hand.
//
//   const auto answer = advisor->due({.within = {14, value::DurationFamily::kDays}}, diagnostics);
//   for (const remit::DueItem& item : answer->items) ...
namespace remit {

/// Of what falls due, what is asked for. An empty key asks for all.
struct DueQuestion {
  /// How far to look ahead: the last day is the as-of date plus this.
  value::Duration within{14, value::DurationFamily::kDays};
  std::string subject{};  ///< key of a case
  std::string worker{};
  std::string team{};
  bool overdue = true;                             ///< also what should have happened by now
  rules::Severity least = rules::Severity::kInfo;  ///< rules that are at least as severe
};

/// How it stands with something on the as-of date.
enum class DueState {
  kOverdue,  ///< it is broken already, and the breach lasts until something happens
  kDue,      ///< it has to happen by a day that is known
  kComing,   ///< no such day is known, but it will be broken by what is recorded today
};

struct DueItem {
  DueState state = DueState::kDue;
  /// The violation of today, what is due, or the violation that will be found.
  findings::Finding finding;
  /// The last day on which it is not broken.
  value::Date due;
  /// What an audit says from `turns_on` on, of the data of today: kViolation, or kUnknown where
  /// that cannot be told then. kPass (without a day): it comes right by itself, as by something
  /// that is recorded today and begins later.
  rules::Verdict turns = rules::Verdict::kViolation;
  std::optional<value::Date> turns_on;
  std::string subject;  ///< the case that it is about; empty for none
  /// Whom the subject names, else who leads the case (has it in the first role that the model
  /// allows) on the as-of date; empty for nobody.
  std::string worker;
  std::string team;  ///< of the worker on that date, else of the case
};

struct DueAnswer {
  value::Date last;            ///< the last day that was looked at
  std::vector<DueItem> items;  ///< what is overdue first, then by day, then by the rule's severity
  /// Items that are left out, since their days come of personal fields.
  std::size_t hidden = 0;
};

/// How a list is to look. Formats for machines heed the version of the program only.
struct DueLook {
  enum class By { kWorker, kCase, kDay };
  By by = By::kWorker;  ///< what has a heading of its own
  report::Options options;
};

/// A way to write a list.
struct DueFormat {
  std::string_view name;
  std::string_view about;
  std::array<std::string_view, 2> endings;  ///< of files in it, with the dot; unused ones are empty
  void (*write)(const Advisor& advisor, const DueAnswer& answer, const DueLook& look,
                std::ostream& out);
};

/// text, json (schemas/due.schema.json), csv and ics (RFC 5545).
std::span<const DueFormat> due_formats();

/// `overdue`, `due` or `coming`.
std::string_view word(DueState state);

}  // namespace remit
