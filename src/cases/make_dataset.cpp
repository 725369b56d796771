#include "cases/judge.h"
#include "data/read.h"

namespace remit::cases {
namespace {

std::size_t line_of(const text::Location& where) {
  return where.file ? where.file->place(where.span.begin).line : 1;
}

}  // namespace

data::Dataset make_dataset(const Case& test, const std::shared_ptr<const model::Model>& model,
                           const std::string& path) {
  std::vector<data::MemoryTable> tables;
  for (std::size_t t = 0; t < test.tables.size(); ++t) {
    data::MemoryTable& table = tables.emplace_back();
    table.table = static_cast<int>(t);
    table.path = path;
    for (const Row& row : test.tables[t]) {
      data::MemoryRow& to = table.rows.emplace_back();
      to.line = line_of(row.where);
      for (const Cell& cell : row.cells) to.cells.push_back(cell.text);
    }
  }
  return data::read_memory(model, tables, test.as_of);
}

}  // namespace remit::cases
