#include "audit/background/subjects.h"

#include <absl/container/flat_hash_map.h>

#include <map>
#include <string>
#include <string_view>

namespace remit::auditing {
namespace {

constexpr std::string_view kJoin = " + ";

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (std::size_t end = text.find(kJoin); end != std::string::npos;
       end = text.find(kJoin, start)) {
    parts.push_back(text.substr(start, end - start));
    start = end + kJoin.size();
  }
  parts.push_back(text.substr(start));
  return parts;
}

struct Part {
  int table;
  std::string key;
};

/// The rows that a subject names. A key may itself hold what joins keys; then only the whole key of
/// a single row can be told.
std::vector<Part> parts_of(const model::Model& model, const rules::Subject& subject) {
  const std::vector<std::string> entities = split(subject.entity);
  std::vector<std::string> keys = split(subject.key);
  if (entities.size() == 1) keys = {subject.key};
  std::vector<Part> parts;
  if (keys.size() != entities.size()) return parts;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (const auto table = model.entity(entities[i])) parts.push_back({*table, keys[i]});
  }
  return parts;
}

/// The rows of some keys, by table.
class Rows {
 public:
  void want(const Part& part) { tables_[part.table].emplace(part.key, -1); }

  void find(const data::Dataset& data) {
    for (auto& [table, rows] : tables_) {
      const std::size_t count = data.tables[static_cast<std::size_t>(table)].rows;
      for (std::size_t row = 0; row < count; ++row) {
        const auto number = static_cast<std::int32_t>(row);
        const auto wanted = rows.find(data::key_text(data, table, number));
        if (wanted != rows.end() && wanted->second < 0) wanted->second = number;
      }
    }
  }

  std::int32_t row(const Part& part) const {
    const auto& rows = tables_.at(part.table);
    const auto found = rows.find(part.key);
    return found == rows.end() ? -1 : found->second;
  }

 private:
  std::map<int, absl::flat_hash_map<std::string, std::int32_t>> tables_;
};

}  // namespace

std::vector<std::vector<SubjectRow>> subject_rows(const data::Dataset& data,
                                                  const std::vector<findings::Finding>& findings) {
  Rows rows;
  for (const findings::Finding& finding : findings) {
    for (const Part& part : parts_of(*data.model, finding.outcome.subject)) rows.want(part);
  }
  rows.find(data);
  std::vector<std::vector<SubjectRow>> all;
  all.reserve(findings.size());
  for (const findings::Finding& finding : findings) {
    auto& found = all.emplace_back();
    for (const Part& part : parts_of(*data.model, finding.outcome.subject)) {
      const std::int32_t row = rows.row(part);
      if (row >= 0) found.push_back({part.table, row});
    }
  }
  return all;
}

}  // namespace remit::auditing
