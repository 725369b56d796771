#include "report/cell_text.h"

#include "report/xml_text.h"
#include "text/utf8.h"

namespace remit::report {

std::string cell_text(std::string_view text) {
  constexpr std::string_view kBeginsFormula = "=+-@\t\r";
  const bool formula = !text.empty() && kBeginsFormula.find(text.front()) != std::string_view::npos;
  return (formula ? "'" : "") + xml_characters(text);
}

std::string csv_cell(std::string_view text) {
  std::string safe = cell_text(text);
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) {
    if (c == '"') quoted += c;
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace remit::report
