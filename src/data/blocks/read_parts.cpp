#include "data/blocks/read_parts.h"

#include <algorithm>
#include <deque>

#include "data/blocks/block_builder.h"
#include "data/blocks/ordered_blocks.h"
#include "parallel/run.h"

namespace remit::data {
namespace {

/// Keys that only grow need none, as a rule.
TableBlock without_idle_hashes(TableBlock block) {
  if (block.traces.ascending || block.traces.ascending_by_size) block.traces.hashes = {};
  return block;
}

}  // namespace

void PartReader::read_all(const ReadOptions& options,
                          const std::function<void(TableBlock)>& take) const {
  const std::size_t size = source_.size();
  const std::size_t step = std::max<std::size_t>(options.part, 1);
  const std::size_t begin = std::min(form_.begin, size);
  const auto end_of = [&](std::size_t i) { return std::min(begin + (i + 1) * step, size); };
  const std::size_t count = (size - begin + step - 1) / step;
  const std::size_t threads =
      std::clamp<std::size_t>(count, 1, parallel::thread_count(options.threads));
  std::deque<CsvPart> parts;  // one a thread, with memory that is used again
  for (std::size_t i = 0; i < threads; ++i) parts.emplace_back(source_, form_);
  std::size_t position = begin;
  OrderedBlocks blocks([&](std::size_t i, TableBlock block) {
    if (block.begin != position) {
      CsvPart again(source_, form_);
      block = read(again, position, std::max(position, end_of(i)));
    }
    position = block.end;
    take(std::move(block));
  });
  parallel::run(count, threads, [&](std::size_t i, std::size_t worker) {
    CsvPart& part = parts[worker];
    blocks.add(i, i == 0 ? read(part, begin, end_of(0)) : guess(part, begin + i * step, end_of(i)));
  });
}

/// From where a row starts up to the first one at or after `until`.
TableBlock PartReader::read(CsvPart& part, std::size_t from, std::size_t until) const {
  part.start(from, until);
  return without_idle_hashes(build(part, until - from));
}

std::vector<std::uint64_t> PartReader::hashes(std::size_t begin, std::size_t end) const {
  CsvPart part(source_, form_);
  part.start(begin, end);
  return build(part, end - begin).traces.hashes;
}

TableBlock PartReader::guess(CsvPart& part, std::size_t near, std::size_t until) const {
  if (part.start_near(near, until)) return without_idle_hashes(build(part, until - near));
  TableBlock none;
  none.begin = none.end = source_.size() + 1;  // where no part begins
  return none;
}

TableBlock PartReader::build(CsvPart& part, std::size_t bytes) const {
  BlockBuilder builder(plan_, bytes, place_step_);
  RowBatch batch;
  while (part.next(batch)) builder.add(batch);
  TableBlock block = builder.take();
  block.begin = part.begin();
  block.end = part.position();
  block.lines = part.lines();
  return block;
}

}  // namespace remit::data
