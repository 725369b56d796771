#pragma once

#include <memory>
#include <mutex>
#include <string_view>
#include <utility>

#include "data/keys/key_finder.h"
#include "data/keys/key_texts.h"

namespace remit::data {

/// The keys of a table, all different, by row; threads may share it.
class Keys {
 public:
  explicit Keys(KeyTexts texts) : texts_(std::move(texts)) {}
  const KeyTexts& texts() const { return texts_; }
  /// The row, or KeyFinder::kNone.
  std::int32_t find(std::string_view key) const {
    std::call_once(asked_, [this] { finder_ = std::make_unique<const KeyFinder>(texts_); });
    return finder_->find(key);
  }

 private:
  KeyTexts texts_;
  mutable std::once_flag asked_;
  mutable std::unique_ptr<const KeyFinder> finder_;  ///< made when the first key is looked for
};

}  // namespace remit::data
