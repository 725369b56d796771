#include "data/readers/dialect.h"

#include <algorithm>
#include <array>

#include "data/readers/csv.h"

namespace remit::data {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::array<char, 4> kSeparators{',', ';', '\t', '|'};

struct Signature {
  std::string_view bytes;
  std::string_view reason;
};

constexpr std::string_view kUtf16 = "is in UTF-16";
constexpr std::string_view kArchive = "is a spreadsheet or an archive";
constexpr std::array kSignatures{
    Signature{"\xFF\xFE", kUtf16},          Signature{"\xFE\xFF", kUtf16},
    Signature{"PK\x03\x04", kArchive},      Signature{"\xD0\xCF\x11\xE0", kArchive},
    Signature{"\x1F\x8B", "is compressed"}, Signature{"PAR1", "is in Parquet"},
    Signature{"%PDF", "is a PDF"},
};

/// Excel's first line `sep=;`, with or without quotation marks: sets the separator and goes past.
void take_separator_line(Dialect& dialect) {
  const std::string_view line = dialect.content.substr(0, dialect.content.find_first_of("\r\n"));
  std::string_view text = line;
  if (text.size() == 7 && text.front() == '"' && text.back() == '"') text = text.substr(1, 5);
  if (text.size() != 5 || (text.substr(0, 4) != "sep=" && text.substr(0, 4) != "SEP=")) return;
  dialect.separator = text[4];
  dialect.content.remove_prefix(line.size());
  const bool both = dialect.content.substr(0, 2) == "\r\n";
  dialect.content.remove_prefix(std::min<std::size_t>(dialect.content.size(), both ? 2 : 1));
  dialect.first_line = 2;
}

bool same_but_for_case(std::string_view left, std::string_view right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](char a, char b) { return lower(a) == lower(b); });
}

std::size_t known_names(Dialect& dialect, char separator, const std::vector<std::string>& names) {
  Row header;
  CsvReader reader(dialect.content, separator);  // owns what the cells show
  const bool any = reader.next(header);
  dialect.starved = dialect.starved || reader.starved();
  if (!any) return 0;
  return static_cast<std::size_t>(
      std::count_if(header.cells.begin(), header.cells.end(), [&](const Cell& cell) {
        return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
          return same_but_for_case(cell.text, name);
        });
      }));
}

}  // namespace

std::string_view why_not_csv(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.substr(0, signature.bytes.size()) == signature.bytes) return signature.reason;
  }
  if (bytes.size() >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0')) return kUtf16;
  return {};
}

Dialect detect_dialect(std::string_view bytes, const std::vector<std::string>& names) {
  Dialect dialect{bytes};
  if (bytes.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    dialect.content.remove_prefix(kByteOrderMark.size());
  }
  take_separator_line(dialect);
  if (dialect.first_line > 1) return dialect;
  std::size_t most = 0;
  for (const char separator : kSeparators) {
    const std::size_t known = known_names(dialect, separator, names);
    if (known > most) dialect.separator = separator;
    most = std::max(most, known);
  }
  return dialect;
}

}  // namespace remit::data
