#include "audit/to_findings.h"

#include <fmt/format.h>

namespace remit::auditing {
namespace {

std::string entity_of(const model::Model& model, const std::string& resource) {
  const std::optional<int> table = model.table(resource);
  return table ? model.tables[static_cast<std::size_t>(*table)].entity : "";
}

findings::DataFinding convert(const model::Model& model, const data::DataFinding& finding) {
  return {finding.code,     finding.resource, entity_of(model, finding.resource),
          finding.file,     finding.line,     finding.column,
          finding.field,    finding.key,      finding.value,
          finding.expected, finding.message};
}

findings::DataFinding convert(const engine::CalendarMiss& miss) {
  findings::DataFinding finding;
  finding.code = "DATA-CALENDAR";
  finding.value = value::to_string(miss.date);
  finding.expected = fmt::format("a date that the calendar `{}` covers", miss.calendar);
  finding.message =
      fmt::format("the calendar `{}` does not cover {}: what counts working days there is unknown",
                  miss.calendar, finding.value);
  return finding;
}

}  // namespace

std::vector<findings::DataFinding> data_findings(const data::Dataset& data,
                                                 const std::vector<engine::CalendarMiss>& misses) {
  std::vector<findings::DataFinding> all;
  all.reserve(data.findings.size() + misses.size());
  for (const data::DataFinding& finding : data.findings) {
    all.push_back(convert(*data.model, finding));
  }
  for (const engine::CalendarMiss& miss : misses) all.push_back(convert(miss));
  findings::sort(all);
  return all;
}

std::vector<findings::DataCounts> data_counts(const data::Dataset& data) {
  std::vector<findings::DataCounts> all;
  for (std::size_t i = 0; i < data.tables.size(); ++i) {
    if (!data.tables[i].given) continue;
    const data::ReadCounts& counts = data.counts[i];
    all.push_back(
        {data.model->tables[i].name, counts.read, counts.kept, counts.rejected, counts.later});
  }
  return all;
}

}  // namespace remit::auditing
