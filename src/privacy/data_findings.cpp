#include "privacy/data_findings.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

namespace remit::privacy {
namespace {

struct Fault {
  std::string_view code;
  std::string_view text;
};

constexpr std::array kFaults{
    Fault{"DATA-BOOLEAN", "is no boolean"},
    Fault{"DATA-DATE", "is no date"},
    Fault{"DATA-ENCODING", "is no text in UTF-8"},
    Fault{"DATA-ENUM", "is not one of those that are allowed"},
    Fault{"DATA-INTEGER", "is no integer"},
    Fault{"DATA-KEY-DANGLING", "leads to no row"},
    Fault{"DATA-KEY-DUPLICATE", "is taken by another row; this row is left out"},
    Fault{"DATA-KEY-MISSING", "is no key; the row is left out"},
    Fault{"DATA-LENGTH", "is too long or too short"},
    Fault{"DATA-NUMBER", "is no number"},
    Fault{"DATA-PATTERN", "does not have the form that the model asks for"},
    Fault{"DATA-PERIOD", "ends the period before it starts"},
    Fault{"DATA-QUOTE", "has quotation marks that are wrong"},
    Fault{"DATA-RANGE", "lies outside of what is allowed"},
    Fault{"DATA-REQUIRED", "is missing"},
    Fault{"DATA-UNIQUE", "stands in another row already"},
};

/// What these say of a field they say of its column's name.
constexpr std::array<std::string_view, 2> kOfColumns{"DATA-COLUMN-DUPLICATE",
                                                     "DATA-COLUMN-MISSING"};
/// These quote no cell.
constexpr std::array<std::string_view, 2> kOfFiles{"DATA-FILE-UNKNOWN", "DATA-ROWS"};

template <typename List>
bool holds(const List& list, const std::string& code) {
  return std::find(list.begin(), list.end(), code) != list.end();
}

/// No more than one cell, as far as can be told.
bool is_one_cell(const std::string& text) {
  return text.size() <= 60 && text.find_first_of(",;\t\"\n\r|") == std::string::npos;
}

/// What is expected is said without a cell; of a period it is the other end of it.
bool is_expected_said(const std::string& code) { return code != "DATA-PERIOD"; }

void leave_out(data::DataFinding& finding, const std::string& message) {
  finding.value.clear();
  if (!is_expected_said(finding.code)) finding.expected = "an end on or after the start";
  finding.message = message;
}

/// What stands in a row as a whole, or in the line of the column names.
void leave_out_line(data::DataFinding& finding) {
  if (finding.code == "DATA-COLUMN-UNKNOWN" && is_one_cell(finding.value)) return;
  if (finding.code == "DATA-FIELDS" || finding.code == "DATA-HEADER" ||
      finding.code == "DATA-ENCODING") {
    finding.value.clear();  // the message counts, or names the columns
    return;
  }
  leave_out(finding, finding.code == "DATA-QUOTE"
                         ? "a quotation mark is not closed; this line is left out"
                         : "the line is not as it should be; what stands there is not shown");
}

}  // namespace

std::string fault_of(const std::string& code) {
  const auto* fault = std::find_if(kFaults.begin(), kFaults.end(),
                                   [&](const Fault& it) { return it.code == code; });
  return std::string(fault == kFaults.end() ? "is not as it should be" : fault->text);
}

void leave_out_cells(const model::Model& model, const Marks& personal, data::DataFinding& finding) {
  const auto table = model.table(finding.resource);
  if (!table || !personal.any(*table) || holds(kOfFiles, finding.code)) return;
  if (finding.field.empty()) return leave_out_line(finding);
  const auto field = model.tables[static_cast<std::size_t>(*table)].field(finding.field);
  if (holds(kOfColumns, finding.code) && is_one_cell(finding.value)) return;
  if (field && !personal.has(*table, *field) && is_one_cell(finding.value)) return;
  leave_out(finding, fmt::format("the value of `{}`, which is not shown, {}", finding.field,
                                 fault_of(finding.code)));
}

}  // namespace remit::privacy
