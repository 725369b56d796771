#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace remit::engine {

class TieIndex;

/// The tie indexes of one rule: each is made once, by whoever asks for it first, and then shared by
/// all threads that evaluate parts of the rule.
class TieIndexes {
 public:
  using Make = std::function<std::unique_ptr<const TieIndex>()>;
  /// The index of a source of elements; `make` may ask for others.
  const TieIndex& of(const void* source, const Make& make);

 private:
  struct Entry {
    std::once_flag made;
    std::shared_ptr<const TieIndex> index;
  };
  Entry& entry(const void* source);

  std::mutex mutex_;
  std::map<const void*, Entry> entries_;
};

}  // namespace remit::engine
