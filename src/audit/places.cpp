#include "audit/places.h"

#include <absl/container/flat_hash_map.h>

#include <map>

namespace remit::auditing {
namespace {

/// The rows of a table by their keys.
using Rows = absl::flat_hash_map<std::string, std::int32_t>;

Rows rows_by_key(const data::Dataset& data, int table) {
  Rows rows;
  const std::size_t count = data.tables[static_cast<std::size_t>(table)].rows;
  rows.reserve(count);
  for (std::size_t row = 0; row < count; ++row) {
    const auto number = static_cast<std::int32_t>(row);
    rows.emplace(data::key_text(data, table, number), number);
  }
  return rows;
}

/// Of a subject of several rows the first: the shortest part of the key that is one.
const std::int32_t* find_row(const Rows& rows, const std::string& key) {
  for (std::size_t end = key.find(" + "); end != std::string::npos;
       end = key.find(" + ", end + 1)) {
    if (const auto row = rows.find(key.substr(0, end)); row != rows.end()) return &row->second;
  }
  const auto row = rows.find(key);
  return row == rows.end() ? nullptr : &row->second;
}

class Finder {
 public:
  explicit Finder(const data::Dataset& data) : data_(data) {}

  std::size_t line(const rules::Subject& subject) {
    const auto table = data_.model->entity(findings::first_entity(subject));
    if (!table || !data_.tables[static_cast<std::size_t>(*table)].given) return 0;
    auto known = rows_.find(*table);
    if (known == rows_.end()) known = rows_.emplace(*table, rows_by_key(data_, *table)).first;
    const std::int32_t* row = find_row(known->second, subject.key);
    if (!row) return 0;
    return data_.tables[static_cast<std::size_t>(*table)].lines.line(
        static_cast<std::size_t>(*row));
  }

 private:
  const data::Dataset& data_;
  std::map<int, Rows> rows_;  ///< of the tables that were asked for
};

}  // namespace

void find_places(const data::Dataset& data, findings::Audit& audit) {
  for (std::size_t i = 0; i < data.tables.size(); ++i) {
    if (data.tables[i].given) audit.files[data.model->tables[i].entity] = data.tables[i].path;
  }
  Finder finder(data);
  for (findings::Finding& finding : audit.findings) {
    finding.line = finder.line(finding.outcome.subject);
  }
}

void mark_gone(const data::Dataset& data, findings::Audit& audit) {
  Finder finder(data);
  for (findings::PastFinding& past : audit.past) {
    const bool fixed_now = past.history.state == findings::State::kFixed && !past.earlier;
    if (fixed_now && finder.line(past.subject) == 0) {
      past.why = "its row is not in the data any more";
    }
  }
}

}  // namespace remit::auditing
