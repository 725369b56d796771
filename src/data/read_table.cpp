#include "data/read_table.h"

#include <algorithm>

#include <fmt/format.h>

#include "data/blocks/block_builder.h"
#include "data/blocks/read_parts.h"
#include "data/blocks/table_joiner.h"
#include "data/column_writer.h"
#include "data/file_rows.h"
#include "data/keys/key_number.h"
#include "data/readers/dialect.h"
#include "data/readers/memory.h"

namespace remit::data {
namespace {

/// Bytes at the start of a file that hold its header as a rule.
constexpr std::size_t kHead = std::size_t{1} << 16;
/// Of how many rows one has its place noted, so that the others are found from there.
constexpr std::size_t kPlaceStep = 32;

ReadTable start_table(const TableRequest& request) {
  ReadTable result = absent_table(request.model);
  result.findings = FindingList(request.model.name, request.path);
  result.table.path = request.path;
  return result;
}

/// The header row of a file, and how the rows after it are written.
struct Start {
  bool any = false;                   ///< there is a row
  bool starved = false;               ///< more bytes might tell otherwise
  std::unique_ptr<CsvReader> reader;  ///< owns what the cells show
  Row row;
  CsvForm form;
};

Start read_start(const model::Table& model, std::string_view bytes) {
  std::vector<std::string> names;
  for (const model::Field& field : model.fields) names.push_back(field.name);
  const Dialect dialect = detect_dialect(bytes, names);
  Start start;
  start.reader =
      std::make_unique<CsvReader>(dialect.content, dialect.separator, dialect.first_line);
  CsvReader& reader = *start.reader;
  start.any = reader.next(start.row);
  start.starved = dialect.starved || reader.starved();
  start.form.begin = bytes.size() - dialect.content.size() + reader.position();
  start.form.first_line = reader.line();
  start.form.width = start.row.cells.size();
  start.form.separator = dialect.separator;
  return start;
}

/// Without a usable header every row is lost; the finding about the header speaks for them all.
void reject_rest(std::string_view content, const CsvForm& form, ReadCounts& counts) {
  CsvReader reader(content, form.separator);
  reader.set_width(form.width);
  reader.move_to(form.begin, form.first_line);
  Row row;
  while (reader.next(row)) {
    ++counts.read;
    ++counts.rejected;
  }
}

std::shared_ptr<TablePlan> make_plan(const TableRequest& request, const Header& header,
                                     ReadTable& result) {
  result.table.given = true;
  for (std::size_t f = 0; f < header.columns.size(); ++f) {
    result.table.columns_given[f] = header.columns[f] >= 0;
    result.column_numbers[f] = static_cast<std::size_t>(header.columns[f] + 1);
  }
  auto plan = std::make_shared<TablePlan>(request.model, header, request.as_of, request.stored,
                                          request.is_target);
  for (const DirectRelation& relation : request.direct) plan->resolve(relation);
  return plan;
}

/// As many as there will be if the file goes on as it begins, and some more: room that is not used
/// costs nothing.
std::size_t expected_rows(const TableBlock& first, const ByteSource& source) {
  const std::size_t bytes = std::max<std::size_t>(first.end - first.begin, 1);
  return first.rows + (source.size() - first.end) / bytes * (first.rows + first.rows / 8 + 1) +
         first.rows;
}

/// Whether the key of the first row is a number after letters: such keys take so little room that
/// they are kept, whether they are asked for or not.
bool has_numbered_key(const model::Table& model, const Header& header, std::string_view head,
                      const CsvForm& form) {
  if (!has_text_key(model)) return false;
  CsvReader reader(head, form.separator);
  reader.set_width(form.width);
  reader.move_to(std::min(form.begin, head.size()), form.first_line);
  Row row;
  if (!reader.next(row) || row.fault != RowFault::kNone) return false;
  const auto column = header.columns[static_cast<std::size_t>(model.primary_key[0])];
  const std::string_view key = row.cells[static_cast<std::size_t>(column)].text;
  return key_number(key.substr(prefix_size(key))).digits > 0;
}

void read_rows(const TableRequest& request, const std::shared_ptr<const ByteSource>& source,
               CsvForm form, const Header& header, ReadTable& result) {
  const auto plan = make_plan(request, header, result);
  form.recogniser = [&plan = *plan](const std::vector<Cell>& cells) {
    return plan.looks_like_row(cells);
  };
  const PartReader reader(*plan, *source, form, kPlaceStep);
  BlockOrigin origin;
  origin.threads = request.options.threads;
  origin.first_line = form.first_line;
  origin.texts = [&](std::vector<RowBatch::Place> places) {
    return std::make_shared<FileRows>(source, form, std::move(places));
  };
  origin.hashes = [&](std::size_t begin, std::size_t end) { return reader.hashes(begin, end); };
  TableJoiner joiner(plan, origin, result);
  bool first = true;
  reader.read_all(request.options, [&](TableBlock block) {
    if (first) joiner.reserve(expected_rows(block, *source));
    first = false;
    joiner.add(std::move(block));
  });
  joiner.finish();
}

/// Finds the cells of a table in memory by the numbers of its rows.
class MemoryTexts : public RowTexts {
 public:
  MemoryTexts(const MemoryTable& table, std::vector<RowBatch::Place> places)
      : table_(table), places_(std::move(places)) {}
  Cell at(std::size_t row, std::size_t /*line*/, std::size_t column,
          std::string& text) const override {
    const auto& cell = table_.rows[places_[row].offset].cells[column];
    text = cell.value_or("");
    return {text, false, !cell};
  }

 private:
  const MemoryTable& table_;
  std::vector<RowBatch::Place> places_;
};

}  // namespace

ReadTable absent_table(const model::Table& model) {
  ReadTable result;
  result.keys = make_index(model, model.primary_key);
  result.later = make_index(model, model.primary_key);
  result.later_texts = std::make_shared<const Dictionary>();
  result.column_numbers.assign(model.fields.size(), 0);
  result.table.columns_given.assign(model.fields.size(), false);
  for (const model::Field& field : model.fields) {
    result.table.columns.push_back(empty_column(field));
  }
  return result;
}

ReadTable read_table(const TableRequest& request, const std::shared_ptr<const ByteSource>& source) {
  ReadTable result = start_table(request);
  std::string buffer;
  std::string_view head = source->part(0, kHead, buffer);
  if (const auto reason = why_not_csv(head); !reason.empty()) {
    result.findings.add({"DATA-ENCODING", "a CSV file in UTF-8",
                         fmt::format("the file {}, so nothing of it is read; save it as `CSV "
                                     "UTF-8`",
                                     reason)});
    return result;
  }
  Start start = read_start(request.model, head);
  if (start.starved && head.size() < source->size()) {
    head = source->whole();
    start = read_start(request.model, head);
  }
  if (!start.any) {
    result.findings.add({"DATA-HEADER", "a line of column names",
                         "the file is empty; it must start with a line of column names"});
    return result;
  }
  Header header;
  if (start.row.fault == RowFault::kQuote) {
    result.findings.add(
        unclosed_quote(start.row.fault_text),
        {start.row.fault_line, start.row.fault_column, {}, start.row.fault_text, {}});
  } else {
    header = match_header(request.model, start.row, result.findings);
  }
  if (header.usable) {
    TableRequest wanted = request;
    if (has_numbered_key(request.model, header, head, start.form)) {
      wanted.stored[static_cast<std::size_t>(request.model.primary_key[0])] = true;
    }
    read_rows(wanted, source, start.form, header, result);
  } else {
    reject_rest(source->whole(), start.form, result.counts);
  }
  return result;
}

ReadTable read_table(const TableRequest& request, const MemoryTable& rows) {
  ReadTable result = start_table(request);
  Header header;
  for (std::size_t f = 0; f < request.model.fields.size(); ++f) {
    header.columns.push_back(static_cast<int>(f));
  }
  const auto plan = make_plan(request, header, result);
  MemoryRows source(request.model, rows);
  BlockBuilder builder(*plan, 0, 1);
  RowBatch batch;
  while (source.next(batch)) builder.add(batch);
  BlockOrigin origin;
  origin.by_row = true;
  origin.texts = [&](std::vector<RowBatch::Place> places) {
    return std::make_shared<MemoryTexts>(rows, std::move(places));
  };
  TableJoiner joiner(plan, origin, result);
  joiner.add(builder.take());
  joiner.finish();
  return result;
}

}  // namespace remit::data
