#include "data/read.h"

#include "data/build_dataset.h"

namespace remit::data {

Dataset read_inputs(std::shared_ptr<const model::Model> model, const std::vector<Input>& inputs,
                    value::Date as_of, const ReadOptions& options) {
  DatasetBuilder builder(std::move(model), as_of, options);
  for (const Input& input : inputs) {
    // Columns that are left out are read from the bytes later on.
    builder.add(
        static_cast<std::size_t>(input.table), input.path,
        options.fields ? own_bytes(std::string(input.content)) : bytes_in_memory(input.content));
  }
  return builder.finish();
}

Dataset read_memory(std::shared_ptr<const model::Model> model,
                    const std::vector<MemoryTable>& tables, value::Date as_of) {
  DatasetBuilder builder(std::move(model), as_of, {});
  for (const MemoryTable& table : tables) builder.add(table);
  return builder.finish();
}

}  // namespace remit::data
