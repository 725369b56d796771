#include "data/sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "data/read.h"
#include "model/load.h"
#include "support/catch.h"
#include "text/render.h"
#include "text/utf8.h"

namespace remit::test {
namespace {

std::string row_text(const data::Dataset& data, std::size_t table, std::int32_t row) {
  const model::Table& model = data.model->tables[table];
  const data::Table& rows = data.tables[table];
  std::string text = fmt::format("  line {}:", rows.lines.line(static_cast<std::size_t>(row)));
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    const value::Value value = data::cell(rows, static_cast<int>(f), row);
    const bool string = std::holds_alternative<std::string>(value.data);
    text += fmt::format(
        " {}={}", model.fields[f].name,
        string ? fmt::format("\"{}\"", value.as<std::string>()) : value::to_string(value));
  }
  for (std::size_t p = 0; p < model.periods.size(); ++p) {
    const auto at = static_cast<std::size_t>(row);
    text += fmt::format(
        " {}={}", model.periods[p].name,
        rows.periods[p].known.get(at) ? value::to_string(rows.periods[p].values[at]) : "unknown");
  }
  return text;
}

std::string links_text(const data::Dataset& data, std::size_t table, std::int32_t row) {
  const model::Table& model = data.model->tables[table];
  const data::Table& rows = data.tables[table];
  const auto at = static_cast<std::size_t>(row);
  std::string text;
  for (std::size_t r = 0; r < model.relations.size(); ++r) {
    const std::int32_t target = (*rows.targets[r])[at];
    text += fmt::format(
        " {}->{}", model.relations[r].name,
        target < 0 ? "missing" : data::key_text(data, model.relations[r].target, target));
  }
  for (std::size_t i = 0; i < model.inverses.size(); ++i) {
    const data::InverseIndex& index = rows.inverses[i];
    text += fmt::format(" {}<-[", model.inverses[i].name);
    for (std::uint32_t k = index.offsets[at]; k < index.offsets[at + 1]; ++k) {
      text += (k == index.offsets[at] ? "" : ",") +
              data::key_text(data, model.inverses[i].source, index.row(k));
    }
    text += "]";
  }
  return text;
}

std::string finding_text(const data::DataFinding& finding) {
  return fmt::format("{}:{}:{}: {} [{}] field={} key={} value={} expected={}\n", finding.file,
                     finding.line, finding.column, finding.message, finding.code, finding.field,
                     finding.key, finding.value, finding.expected);
}

void check_inverse(const data::Dataset& data, std::size_t table, std::size_t i) {
  const model::Inverse& inverse = data.model->tables[table].inverses[i];
  const data::InverseIndex& index = data.tables[table].inverses[i];
  const auto& targets = *data.tables[static_cast<std::size_t>(inverse.source)]
                             .targets[static_cast<std::size_t>(inverse.relation)];
  REQUIRE(index.offsets.size() == data.tables[table].rows + 1);
  const auto linked = std::count_if(targets.begin(), targets.end(), [](auto t) { return t >= 0; });
  REQUIRE(index.offsets.back() == static_cast<std::size_t>(linked));
  for (std::size_t row = 0; row < data.tables[table].rows; ++row) {
    for (std::uint32_t k = index.offsets[row]; k < index.offsets[row + 1]; ++k) {
      REQUIRE(targets[static_cast<std::size_t>(index.row(k))] == static_cast<std::int32_t>(row));
      if (k > index.offsets[row]) REQUIRE(index.row(k - 1) < index.row(k));
    }
  }
}

template <typename Values>
std::size_t size_of(const Values& values) {
  return values.size();
}

std::size_t size_of(const data::Targets& targets) { return targets->size(); }

void check_table(const data::Dataset& data, std::size_t t) {
  const data::Table& table = data.tables[t];
  const data::ReadCounts& counts = data.counts[t];
  REQUIRE(counts.read == counts.kept + counts.rejected + counts.later);
  REQUIRE(table.rows == counts.kept);
  REQUIRE(table.columns.size() == data.model->tables[t].fields.size());
  for (const data::Column& column : table.columns) {
    if (!column.stored) continue;
    REQUIRE(column.known.size() == table.rows);
    REQUIRE(std::visit([](const auto& values) { return size_of(values); }, column.values) ==
            table.rows);
  }
  REQUIRE(table.periods.size() == data.model->tables[t].periods.size());
  REQUIRE(table.targets.size() == data.model->tables[t].relations.size());
  REQUIRE(table.inverses.size() == data.model->tables[t].inverses.size());
  for (std::size_t i = 0; i < table.inverses.size(); ++i) check_inverse(data, t, i);
}

/// No row disappears without a finding about it; where nothing of the file can be read, there is
/// one about the whole file.
void check_rejections(const data::Dataset& data, std::size_t t) {
  if (data.counts[t].rejected == 0) return;
  const std::vector<std::string> codes{"DATA-FIELDS", "DATA-KEY-MISSING", "DATA-KEY-DUPLICATE",
                                       "DATA-QUOTE"};
  std::size_t findings = 0;
  std::size_t any = 0;
  for (const data::DataFinding& finding : data.findings) {
    if (finding.resource != data.model->tables[t].name) continue;
    ++any;
    if (std::find(codes.begin(), codes.end(), finding.code) != codes.end()) ++findings;
  }
  if (data.tables[t].given) {
    REQUIRE(findings >= data.counts[t].rejected);
  } else {
    REQUIRE(any > 0);
  }
}

}  // namespace

std::shared_ptr<const model::Model> sample_model(const std::string& yaml) {
  text::Diagnostics diagnostics;
  auto model = model::load(std::make_shared<text::SourceFile>("model.yaml", yaml), diagnostics);
  INFO(text::render(diagnostics));
  REQUIRE(model.has_value());
  return std::make_shared<const model::Model>(std::move(*model));
}

data::Dataset read_sample(std::shared_ptr<const model::Model> model, const Files& files,
                          const std::string& as_of, const data::ReadOptions& options) {
  std::vector<data::Input> inputs;
  for (const auto& [name, bytes] : files) {
    const auto table = model->table(name.substr(0, name.find('.')));
    REQUIRE(table.has_value());
    inputs.push_back({*table, name, bytes});
  }
  data::Dataset data =
      data::read_inputs(std::move(model), inputs, *value::parse_date(as_of), options);
  check_sound(data);
  return data;
}

void check_however_read(const std::shared_ptr<const model::Model>& model, const Files& files,
                        const std::string& as_of, const std::string& expected) {
  for (const std::size_t threads : {1U, 2U, 7U}) {
    for (const std::size_t part : {1U, 7U, 64U, 1000U}) {
      for (const bool all : {true, false}) {
        INFO(threads << " threads, parts of " << part << (all ? "" : ", no column wanted"));
        data::ReadOptions options;
        options.threads = threads;
        options.part = part;
        if (!all) options.fields.emplace();
        REQUIRE(describe(read_sample(model, files, as_of, options)) == expected);
      }
    }
  }
}

std::string describe(const data::Dataset& data) {
  std::string text;
  for (std::size_t t = 0; t < data.tables.size(); ++t) {
    const data::ReadCounts& counts = data.counts[t];
    text += fmt::format("{}: {}, read {} = kept {} + rejected {} + later {}\n",
                        data.model->tables[t].name, data.tables[t].given ? "given" : "not given",
                        counts.read, counts.kept, counts.rejected, counts.later);
    for (std::size_t row = 0; row < data.tables[t].rows; ++row) {
      const auto at = static_cast<std::int32_t>(row);
      text += row_text(data, t, at) + links_text(data, t, at) + "\n";
    }
  }
  for (const data::DataFinding& finding : data.findings) text += finding_text(finding);
  return text;
}

void check_sound(const data::Dataset& data) {
  REQUIRE(data.tables.size() == data.model->tables.size());
  REQUIRE(data.counts.size() == data.model->tables.size());
  for (std::size_t t = 0; t < data.tables.size(); ++t) {
    check_table(data, t);
    check_rejections(data, t);
  }
  for (std::size_t i = 0; i < data.findings.size(); ++i) {
    const data::DataFinding& finding = data.findings[i];
    REQUIRE(!finding.message.empty());
    REQUIRE(!text::find_invalid_utf8(finding.message + finding.value + finding.key));
    REQUIRE(finding.message.find('\n') == std::string::npos);
    if (i == 0 || data.findings[i - 1].file != finding.file) continue;
    REQUIRE(data.findings[i - 1].line <= finding.line);
  }
}

}  // namespace remit::test
