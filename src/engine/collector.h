#pragma once

#include <map>
#include <string>
#include <utility>

#include <absl/container/flat_hash_set.h>

#include "engine/explain.h"
#include "engine/traced.h"

namespace remit::engine {

/// Turns cells into what findings say of them, each once; one finding after the other.
class Collector {
 public:
  Collector(const Paths& paths, const Context& context) : paths_(paths), context_(context) {}

  /// Causes are told only of a finding that comes of missing data.
  void begin(bool doubt);
  void add(const Traced& traced, std::size_t tuple);
  Explanation take();

 private:
  /// What has been told of a finding; a few are looked through, many are hashed.
  class Once {
   public:
    using Key = std::pair<std::uint64_t, std::uint64_t>;
    void clear();
    bool insert(const Key& key);

   private:
    std::vector<Key> few_;
    absl::flat_hash_set<Key> many_;
  };

  void add_evidence(const Read& read);
  rules::Need need(const Cell& cell);
  const std::string& key_of(const Cell& cell);
  std::string new_key(const Cell& cell);

  const Paths& paths_;
  const Context& context_;
  bool doubt_ = false;
  Explanation result_;
  Once told_;
  Once blamed_;
  // Cells of one row follow each other; keys that are not in memory are dear.
  int table_ = -1;
  std::int32_t row_ = -1;
  std::string key_;
  std::map<std::pair<int, std::int32_t>, std::string> looked_up_;
};

}  // namespace remit::engine
