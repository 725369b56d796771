#include "parallel/run.h"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <vector>

#include "support/catch.h"

namespace remit::test {

TEST_CASE("parallel: every task is done once, whatever the number of threads") {
  for (const std::size_t threads : {0U, 1U, 2U, 7U}) {
    for (const std::size_t tasks : {0U, 1U, 5U, 1000U}) {
      std::vector<std::atomic<int>> done(tasks);
      std::vector<std::atomic<int>> busy(parallel::thread_count(threads));
      std::atomic<bool> shared = false;
      parallel::run(tasks, threads, [&](std::size_t task, std::size_t worker) {
        if (busy[worker]++ != 0) shared = true;
        ++done[task];
        --busy[worker];
      });
      CHECK_FALSE(shared);
      CHECK(std::all_of(done.begin(), done.end(), [](const auto& count) { return count == 1; }));
    }
  }
}

TEST_CASE("parallel: what a task throws reaches the caller") {
  for (const std::size_t threads : {1U, 2U, 7U}) {
    const auto fail = [](std::size_t task, std::size_t) {
      if (task == 3) throw std::runtime_error("task 3");
    };
    CHECK_THROWS_WITH(parallel::run(100, threads, fail), "task 3");
  }
}

}  // namespace remit::test
