#include "cases/init/write.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "cases/words.h"
#include "findings/verdict.h"

namespace remit::cases::init {
namespace {

bool is_plain(const std::string& text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == ' ';
  };
  const bool word = text == "null" || text == "Null" || text == "NULL" || text == "-";
  return !text.empty() && !word && text.front() != '-' && text.front() != ' ' &&
         text.back() != ' ' && std::all_of(text.begin(), text.end(), fits);
}

/// A text as a YAML scalar that stays a text.
std::string scalar(const std::string& text) {
  if (is_plain(text)) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' ? "\\n" : std::string(1, c);
  }
  return quoted + "\"";
}

std::string scalar(const Cell& cell) { return cell.text ? scalar(*cell.text) : "~"; }

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// `{field: value, ...}` of what has a value.
std::string row_mapping(const model::Table& table, const Row& row) {
  std::vector<std::string> cells;
  for (std::size_t f = 0; f < row.cells.size(); ++f) {
    if (row.cells[f].text) {
      cells.push_back(fmt::format("{}: {}", scalar(table.fields[f].name), scalar(row.cells[f])));
    }
  }
  return "{" + joined(cells) + "}";
}

std::vector<std::size_t> used_columns(const std::vector<Row>& rows) {
  std::vector<std::size_t> columns;
  for (std::size_t f = 0; f < rows.front().cells.size(); ++f) {
    const bool used = std::any_of(rows.begin(), rows.end(),
                                  [&](const Row& row) { return row.cells[f].text.has_value(); });
    if (used) columns.push_back(f);
  }
  return columns;
}

bool fits_text(const model::Table& table, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    for (std::size_t f = 0; f < row.cells.size(); ++f) {
      if (row.cells[f].text && !is_plain(*row.cells[f].text)) return false;
      if (row.cells[f].text && !is_plain(table.fields[f].name)) return false;
    }
  }
  return true;
}

/// A table as a text with aligned columns.
std::string table_text(const model::Table& table, const std::vector<Row>& rows) {
  const std::vector<std::size_t> columns = used_columns(rows);
  std::vector<std::vector<std::string>> lines(rows.size() + 1);
  for (const std::size_t f : columns) {
    lines[0].push_back(table.fields[f].name);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      lines[r + 1].push_back(rows[r].cells[f].text.value_or("~"));
    }
  }
  std::string text = fmt::format("  {}: |\n", table.name);
  for (const auto& line : lines) {
    text += "   ";
    for (std::size_t c = 0; c < line.size(); ++c) {
      std::size_t width = 0;
      for (const auto& other : lines) width = std::max(width, other[c].size() + 1);
      const bool last = c + 1 == line.size();
      text += last ? " " + line[c] : fmt::format(" {:<{}}", line[c] + ",", width);
    }
    text += "\n";
  }
  return text;
}

std::string base_data(const model::Model& model, const Tables& tables) {
  std::string text = "data:\n";
  for (std::size_t t = 0; t < tables.size(); ++t) {
    if (tables[t].empty()) continue;
    if (fits_text(model.tables[t], tables[t])) {
      text += table_text(model.tables[t], tables[t]);
      continue;
    }
    text += fmt::format("  {}:\n", model.tables[t].name);
    for (const Row& row : tables[t]) {
      text += fmt::format("    - {}\n", row_mapping(model.tables[t], row));
    }
  }
  return text;
}

/// How one world differs from another, as the keys of a case.
class Difference {
 public:
  Difference(const model::Model& model, const Tables& base, const Tables& other) {
    for (std::size_t t = 0; t < base.size(); ++t) compare(model.tables[t], base[t], other[t]);
  }

  std::string text() const {
    return section("remove", remove_, '[', ']') + section("data", data_, '[', ']') +
           section("change", change_, '{', '}');
  }

 private:
  using Parts = std::vector<std::pair<std::string, std::vector<std::string>>>;  ///< by table

  void compare(const model::Table& table, const std::vector<Row>& base,
               const std::vector<Row>& other) {
    std::map<std::string, const Row*> there;
    for (std::size_t r = 0; r < other.size(); ++r) there[row_key(table, other, r)] = &other[r];
    std::vector<std::string> removed;
    std::vector<std::string> changed;
    for (std::size_t r = 0; r < base.size(); ++r) {
      const std::string key = row_key(table, base, r);
      const auto same = there.find(key);
      if (same == there.end()) {
        removed.push_back(scalar(key));
        continue;
      }
      const std::string cells = changes(table, base[r], *same->second);
      if (!cells.empty()) changed.push_back(fmt::format("{}: {{{}}}", scalar(key), cells));
      there.erase(same);
    }
    std::vector<std::string> added;
    for (const Row& row : other) {
      const auto is_new = [&](const auto& entry) { return entry.second == &row; };
      if (std::any_of(there.begin(), there.end(), is_new)) added.push_back(row_mapping(table, row));
    }
    if (!removed.empty()) remove_.emplace_back(table.name, removed);
    if (!added.empty()) data_.emplace_back(table.name, added);
    if (!changed.empty()) change_.emplace_back(table.name, changed);
  }

  static std::string changes(const model::Table& table, const Row& from, const Row& to) {
    std::vector<std::string> cells;
    for (std::size_t f = 0; f < from.cells.size(); ++f) {
      if (from.cells[f].text == to.cells[f].text) continue;
      cells.push_back(fmt::format("{}: {}", scalar(table.fields[f].name), scalar(to.cells[f])));
    }
    return joined(cells);
  }

  static std::string section(const std::string& key, const Parts& parts, char open, char close) {
    if (parts.empty()) return "";
    std::vector<std::string> tables;
    for (const auto& [table, items] : parts) {
      tables.push_back(fmt::format("{}: {}{}{}", table, open, joined(items), close));
    }
    return fmt::format("    {}: {{{}}}\n", key, joined(tables));
  }

  Parts remove_;
  Parts data_;
  Parts change_;
};

std::string finding_text(const ExpectedFinding& finding) {
  std::string text = fmt::format("{{verdict: {}", findings::word(finding.verdict));
  if (finding.period) text += fmt::format(", period: {}", in_words(*finding.period));
  if (finding.due) text += fmt::format(", due: {}", value::to_string(*finding.due));
  return text + "}";
}

std::string expected_text(const Expectation& line) {
  const bool plain = line.findings.size() == 1 && !line.findings[0].period && !line.findings[0].due;
  if (plain) return std::string(findings::word(line.findings[0].verdict));
  std::vector<std::string> findings;
  for (const ExpectedFinding& finding : line.findings) findings.push_back(finding_text(finding));
  return findings.size() == 1 ? findings[0] : "[" + joined(findings) + "]";
}

std::string expectations_text(const std::vector<Expectation>& lines) {
  std::string text = fmt::format("    expect:\n      {}:\n", scalar(lines.front().rule));
  for (const Expectation& line : lines) {
    text += fmt::format("        {}: {}\n", scalar(line.subject), expected_text(line));
  }
  return text;
}

}  // namespace

std::string write_cases(const std::string& title, value::Date as_of, const model::Model& model,
                        const std::vector<Written>& worlds) {
  std::string text = fmt::format("cases: {}\nas_of: {}\n\n{}\ntests:\n", scalar(title),
                                 value::to_string(as_of), base_data(model, worlds.front().tables));
  for (const Written& world : worlds) {
    if (&world != &worlds.front()) text += "\n";
    text += fmt::format("  - name: {}\n", scalar(world.name));
    text += Difference(model, worlds.front().tables, world.tables).text();
    text += expectations_text(world.expectations);
  }
  return text;
}

}  // namespace remit::cases::init
