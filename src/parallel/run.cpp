#include "parallel/run.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <mutex>
#include <thread>
#include <vector>

namespace remit::parallel {
namespace {

/// The exception of the lowest task; what comes after a failure is not begun.
class Failure {
 public:
  void note(std::size_t task) {
    const std::lock_guard lock(mutex_);
    failed_.store(true, std::memory_order_relaxed);
    if (task >= task_) return;
    task_ = task;
    error_ = std::current_exception();
  }
  bool failed() const { return failed_.load(std::memory_order_relaxed); }
  void rethrow() const {
    if (error_) std::rethrow_exception(error_);
  }

 private:
  std::mutex mutex_;
  std::atomic<bool> failed_ = false;
  std::size_t task_ = std::numeric_limits<std::size_t>::max();
  std::exception_ptr error_;
};

/// Threads that are waited for, whatever happens.
class Crew {
 public:
  explicit Crew(std::size_t size) { threads_.reserve(size); }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;
  ~Crew() {
    for (std::thread& thread : threads_) thread.join();
  }
  template <typename F>
  void start(F work) {
    threads_.emplace_back(std::move(work));
  }

 private:
  std::vector<std::thread> threads_;
};

}  // namespace

std::size_t thread_count(std::size_t wanted) {
  return wanted > 0 ? wanted : std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
}

void run(std::size_t tasks, std::size_t threads,
         const std::function<void(std::size_t task, std::size_t worker)>& task) {
  const std::size_t workers = std::min(tasks, thread_count(threads));
  if (workers <= 1) {
    for (std::size_t i = 0; i < tasks; ++i) task(i, 0);
    return;
  }
  std::atomic<std::size_t> next = 0;
  Failure failure;
  const auto work = [&](std::size_t worker) {
    while (!failure.failed()) {
      const std::size_t i = next++;
      if (i >= tasks) return;
      try {
        task(i, worker);
      } catch (...) {
        failure.note(i);
      }
    }
  };
  {
    Crew crew(workers - 1);
    for (std::size_t worker = 1; worker < workers; ++worker) {
      crew.start([&work, worker] { work(worker); });
    }
    work(0);
  }
  failure.rethrow();
}

}  // namespace remit::parallel
