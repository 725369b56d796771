#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <mutex>

#include "data/blocks/table_block.h"

namespace remit::data {

/// Takes the blocks of a table in any order, from several threads, and hands them on in the order
/// of the file, one at a time; so that hardly more than those that are being read are held.
class OrderedBlocks {
 public:
  using Take = std::function<void(std::size_t number, TableBlock block)>;

  explicit OrderedBlocks(Take take) : take_(std::move(take)) {}
  void add(std::size_t number, TableBlock block);

 private:
  bool next(std::size_t& number, TableBlock& block);

  Take take_;
  std::mutex mutex_;
  std::map<std::size_t, TableBlock> waiting_;
  std::size_t next_ = 0;
  bool busy_ = false;  ///< a thread hands blocks on
};

}  // namespace remit::data
