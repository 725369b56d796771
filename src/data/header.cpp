#include "data/header.h"

#include <algorithm>

#include <fmt/format.h>

#include "data/cells/parse.h"
#include "data/quote.h"
#include "text/nearest.h"

namespace remit::data {
namespace {

std::string folded(std::string_view text) {
  std::string out(trimmed(text));
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

/// Goes over the header once, then over the fields that it lacks.
class Matcher {
 public:
  Matcher(const model::Table& table, const Row& row, FindingList& findings)
      : table_(table), row_(row), findings_(findings) {
    header_.columns.assign(table.fields.size(), -1);
    near_.assign(table.fields.size(), -1);
    spoilt_.assign(table.fields.size(), false);
  }

  Header match() {
    find_exact();
    find_near();
    if (!any_known()) {
      no_header();
      return header_;
    }
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
      if (!used(i)) unknown(i);
    }
    for (std::size_t f = 0; f < table_.fields.size(); ++f) {
      if (header_.columns[f] < 0 && !spoilt_[f]) missing(f);
    }
    header_.usable = has_key();
    return header_;
  }

 private:
  bool used(std::size_t column) const {
    const auto is = [&](int other) { return other == static_cast<int>(column); };
    return std::any_of(header_.columns.begin(), header_.columns.end(), is) ||
           std::any_of(near_.begin(), near_.end(), is) ||
           std::any_of(repeated_.begin(), repeated_.end(), is);
  }

  bool any_known() const {
    const auto known = [](int column) { return column >= 0; };
    return std::any_of(header_.columns.begin(), header_.columns.end(), known) ||
           std::any_of(near_.begin(), near_.end(), known) || !repeated_.empty();
  }

  bool has_key() const {
    return std::any_of(header_.columns.begin(), header_.columns.end(),
                       [](int column) { return column >= 0; }) &&
           std::all_of(table_.primary_key.begin(), table_.primary_key.end(), [&](int field) {
             return header_.columns[static_cast<std::size_t>(field)] >= 0;
           });
  }

  void find_exact() {
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
      const auto field = table_.field(row_.cells[i].text);
      if (!field || row_.cells[i].malformed) continue;
      const auto f = static_cast<std::size_t>(*field);
      if (header_.columns[f] >= 0 || spoilt_[f]) {
        repeated(f, i);
      } else {
        header_.columns[f] = static_cast<int>(i);
      }
    }
  }

  /// Two columns of one name: nobody can know which one is meant, so neither is read.
  void repeated(std::size_t f, std::size_t column) {
    if (!spoilt_[f]) first_ = header_.columns[f];
    spoilt_[f] = true;
    header_.columns[f] = -1;
    repeated_.push_back(first_);
    repeated_.push_back(static_cast<int>(column));
    const std::string& name = table_.fields[f].name;
    findings_.add({"DATA-COLUMN-DUPLICATE", "each column once",
                   fmt::format("column {} is called `{}`, as column {} is; neither is read, since "
                               "they may differ; export one of them only",
                               column + 1, name, first_ + 1)},
                  place(column, name));
  }

  void find_near() {
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
      const std::string name = folded(row_.cells[i].text);
      for (std::size_t f = 0; f < table_.fields.size(); ++f) {
        if (header_.columns[f] >= 0 || spoilt_[f] || near_[f] >= 0 || used(i)) continue;
        if (name == folded(table_.fields[f].name)) near_[f] = static_cast<int>(i);
      }
    }
  }

  FindingList::Place place(std::size_t column, std::string_view field) const {
    return {row_.line, column + 1, field, row_.cells[column].text, {}};
  }

  std::string consequence(std::size_t f) const {
    const bool key = std::find(table_.primary_key.begin(), table_.primary_key.end(),
                               static_cast<int>(f)) != table_.primary_key.end();
    return key ? "no row can be read, since it is part of the key" : "all its values are missing";
  }

  void missing(std::size_t f) {
    const std::string& name = table_.fields[f].name;
    const std::string expected = fmt::format("a column `{}`", name);
    if (near_[f] >= 0) {
      const auto column = static_cast<std::size_t>(near_[f]);
      findings_.add(
          {"DATA-COLUMN-MISSING", expected,
           fmt::format("column {} is called {}, which is not exactly `{}` (mind capitals "
                       "and spaces), so it is not read; {}",
                       column + 1, in_backticks(row_.cells[column].text), name, consequence(f))},
          place(column, name));
      return;
    }
    findings_.add({"DATA-COLUMN-MISSING", expected,
                   fmt::format("there is no column `{}`; {}", name, consequence(f))},
                  {row_.line, 0, name, {}, {}});
  }

  void unknown(std::size_t column) {
    const std::string_view name = row_.cells[column].text;
    std::string message =
        name.empty() ? fmt::format("column {} has no name", column + 1)
                     : fmt::format("`{}` has no column {}", table_.name, in_backticks(name));
    if (const auto near = text::nearest(name, lacking()); near && !name.empty()) {
      message += fmt::format("; did you mean `{}`?", *near);
    } else {
      message += "; it is not read";
    }
    findings_.add({"DATA-COLUMN-UNKNOWN", "a column of the model", std::move(message)},
                  place(column, {}));
  }

  /// The fields that a misspelt column may mean.
  std::vector<std::string> lacking() const {
    std::vector<std::string> names;
    for (std::size_t f = 0; f < table_.fields.size(); ++f) {
      if (header_.columns[f] < 0 && near_[f] < 0) names.push_back(table_.fields[f].name);
    }
    return names;
  }

  void no_header() {
    std::string names;
    for (const model::Field& field : table_.fields)
      names += (names.empty() ? "" : ",") + field.name;
    findings_.add({"DATA-HEADER", names,
                   fmt::format("the first line names none of the columns of `{}`, so nothing of "
                               "the file is read; it must start with a line of column names",
                               table_.name)},
                  {row_.line, 0, {}, row_.cells.empty() ? "" : row_.cells[0].text, {}});
  }

  const model::Table& table_;
  const Row& row_;
  FindingList& findings_;
  Header header_;
  std::vector<int> near_;     ///< by field: a column whose name differs in case or spaces only
  std::vector<bool> spoilt_;  ///< by field: there are several columns of this name
  std::vector<int> repeated_;
  int first_ = -1;
};

}  // namespace

Header match_header(const model::Table& table, const Row& row, FindingList& findings) {
  return Matcher(table, row, findings).match();
}

}  // namespace remit::data
