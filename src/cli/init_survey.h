#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "text/diagnostic.h"
#include "value/date.h"

// What an export looks like, before anybody has said what to do with it: `remit init`.
namespace remit::cli {

/// Rules by which the export could be judged.
struct RulesOffer {
  std::string name;  ///< as a project file names them
  std::size_t rules = 0;
  std::size_t speaking = 0;  ///< of these, the ones that apply to a subject
  std::size_t applied = 0;   ///< subjects that they apply to
  std::size_t met = 0;       ///< of these, the ones that pass or are due
  bool local = false;        ///< a file of the folder
  bool on_top = false;       ///< it extends other rules
};

struct Survey {
  std::string data;   ///< the folder with the CSV files, seen from the folder that was asked about
  std::string model;  ///< that fits best: `caseload@1`, or a path
  std::size_t tables = 0;                  ///< of the model
  std::vector<std::string> given;          ///< of these, the ones with a file
  std::vector<data::DataFinding> misfits;  ///< files and columns that do not fit
  std::optional<value::Date> last_day;     ///< on which something is recorded to have happened
  std::vector<RulesOffer> offers;          ///< the best first
};

/// Looks for CSV files in the folder and those directly in it, tries every known model (and
/// `model.yaml` beside them), and all rules on the best one. Errors, and nothing, where there are
/// no files, or none that fits.
std::optional<Survey> survey(const std::string& folder, const std::string& home, value::Date today,
                             text::Diagnostics& diagnostics);

}  // namespace remit::cli
