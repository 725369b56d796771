#pragma once

#include <filesystem>
#include <vector>

#include "bench/generator/plan.h"

namespace bench {

/// Who works where. Workers are numbered from 1, council by council.
class Workforce {
 public:
  explicit Workforce(Plan plan);

  std::uint32_t size() const { return workers_; }
  std::uint32_t councils() const { return councils_; }
  std::uint32_t council_of(std::uint32_t worker) const;
  /// Every tenth worker is a support worker, the others are social workers.
  bool is_support_worker(std::uint32_t worker) const { return worker % 10 == 0; }
  std::uint32_t any_social_worker(Random& random, std::uint32_t council) const;
  std::uint32_t any_support_worker(Random& random, std::uint32_t council) const;

 private:
  std::uint32_t any(Random& random, std::uint32_t council) const;

  std::uint32_t workers_;
  std::uint32_t councils_;
};

/// Writes councils, teams, workers, posts, registrations, absences and supervisions.
void write_workforce(const std::filesystem::path& folder, const Workforce& workforce,
                     Random& random);

}  // namespace bench
