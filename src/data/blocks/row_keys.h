#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "data/bitmap.h"
#include "data/blocks/table_block.h"
#include "data/key_duplicates.h"
#include "data/keys/key_texts.h"
#include "data/table_plan.h"

namespace remit::data {

/// The keys of one text of a table's rows: kept, or only traces of them.
class RowKeys {
 public:
  explicit RowKeys(const TablePlan& plan) : check_(plan.key_check()) {}

  void append(TableBlock& block);
  /// The rows whose key an earlier row has. `hashes` makes those of a part again, `same` compares
  /// the keys of two rows of which only traces are kept.
  std::vector<Duplicate> find_taken(
      std::size_t threads,
      const std::function<std::vector<std::uint64_t>(std::size_t, std::size_t)>& hashes,
      const std::function<bool(std::size_t, std::size_t)>& same);
  void drop_rows(const Bitmap& dropped);
  /// Only of kept ones.
  std::string_view text(std::size_t row, std::string& buffer) const {
    return texts_.text(row, buffer);
  }
  KeyTexts take() { return std::move(texts_); }

 private:
  /// What is left of the keys of a block.
  struct Part {
    KeyTraces traces;
    std::size_t begin;
    std::size_t end;
    std::size_t rows;
  };

  bool is_ascending(bool KeyTraces::*each, bool by_size) const;
  std::vector<Duplicate> find_taken_texts(std::size_t threads) const;

  KeyCheck check_;
  KeyTexts texts_;
  std::vector<Part> parts_;
};

}  // namespace remit::data
